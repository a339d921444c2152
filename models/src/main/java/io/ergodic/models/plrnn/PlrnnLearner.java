package io.ergodic.models.plrnn;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.Lanes;
import io.ergodic.models.kernel.MultipleShooting;
import io.ergodic.models.kernel.TeacherForcing;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Merge;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.occupation.FreeRunScore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Trains a recurrent map by teacher forcing. Parameters: the map's, then the observation's; after
 * them, where a checkpoint is selected, the same of the selected one. State: the optimiser's, the
 * merit 1 / (1 + score) of the selected checkpoint, then by how much the adaptive forcing strength
 * has fallen from its start.
 */
final class PlrnnLearner implements Learner {
  private final Architecture architecture;
  private final ObservationModel observation;
  private final PlrnnSettings settings;
  private final LaneCell cell;
  private final Unrolling unrolling;
  private final AlphaEstimator estimator;
  private final Optional<FreeRunScore> score;
  private final float[] parameters;
  private final float[] selected;
  private final float[] gradient;
  private final float[] state;
  private final float[] alpha;
  private final float[] lanes;
  private final float[] scale = new float[Lanes.COUNT];
  private final float[] signal;
  private float[] noisy = new float[0];
  private final long seed;
  private double done;

  /** Loss and gradient of sixteen sequences. */
  private interface Unrolling {
    double run(float[] x, float[] signal, float[] alpha, float[] scale, int count, boolean back);
  }

  PlrnnLearner(
      Architecture architecture, ObservationModel observation, PlrnnSettings settings, long seed) {
    this(architecture, observation, settings, Optional.empty(), seed);
  }

  /**
   * @param score of checkpoints, where one is selected and the model is trained
   */
  PlrnnLearner(
      Architecture architecture,
      ObservationModel observation,
      PlrnnSettings settings,
      Optional<FreeRunScore> score,
      long seed) {
    this.architecture = architecture;
    this.observation = observation;
    this.settings = settings;
    this.cell = architecture.cell();
    int steps = settings.sequenceLength();
    this.unrolling = unrolling(settings.forcing(), steps);
    this.estimator =
        settings.forcing() instanceof Forcing.Adaptive adaptive
            ? new AlphaEstimator(architecture.states(), observation.observed(), adaptive.estimate())
            : null;
    this.score = score;
    int count = architecture.parameterCount() + observation.parameterCount();
    this.parameters = new float[count];
    this.selected = new float[settings.selection().active() ? count : 0];
    this.gradient = new float[count];
    this.state = new float[settings.optimiser().stateCount(count) + 2];
    this.alpha = new float[steps + 1];
    this.lanes = new float[(steps + 1) * observation.observed() * Lanes.COUNT];
    this.signal = settings.noise().onTargets() ? lanes : new float[lanes.length];
    this.seed = seed;
    initialise(seed);
    select();
  }

  private void initialise(long seed) {
    RandomGenerator random = RandomStreams.stream(seed, "initial weights");
    architecture.initialise(parameters, random);
    observation.initialise(parameters, architecture.parameterCount(), random);
  }

  /** Keeps the present weights as those of the trained model. */
  private void select() {
    System.arraycopy(parameters, 0, selected, 0, selected.length);
  }

  private Unrolling unrolling(Forcing forcing, int steps) {
    if (forcing instanceof Forcing.Shooting shooting) {
      // Stored weights are restored without data: then nothing is unrolled.
      int interval = Math.max(1, shooting.interval());
      MultipleShooting kernel =
          new MultipleShooting(cell, observation.kernel(), steps, interval, shooting.continuity());
      return (x, signal, alpha, scale, count, back) -> kernel.run(x, signal, scale, count, back);
    }
    return new TeacherForcing(cell, observation.kernel(), steps, settings.settling())::run;
  }

  @Override
  public int parameterCount() {
    return parameters.length + selected.length;
  }

  @Override
  public int trainableCount() {
    return parameters.length;
  }

  /** Each worker of several selects by itself; the trained model is the first one's. */
  @Override
  public List<Segment> segments() {
    Segment weights = new Segment("parameters", Merge.MEAN, parameters.length);
    return selected.length > 0
        ? List.of(weights, new Segment("selected", Merge.LOCAL, selected.length))
        : List.of(weights);
  }

  @Override
  public void readParameters(float[] target) {
    System.arraycopy(parameters, 0, target, 0, parameters.length);
    System.arraycopy(selected, 0, target, parameters.length, selected.length);
  }

  @Override
  public void writeParameters(float[] source) {
    System.arraycopy(source, 0, parameters, 0, parameters.length);
    System.arraycopy(source, parameters.length, selected, 0, selected.length);
  }

  @Override
  public float[] state() {
    return state;
  }

  /**
   * What comes after the epochs of a training is a training anew, of use only while no checkpoint
   * was free: else its steps change nothing.
   */
  @Override
  public double step(Batch batch, StepContext whole) {
    int training = (int) (whole.step() / steps());
    if (training > 0 && free()) {
      return loss(batch);
    }
    StepContext context =
        new StepContext(whole.step() % steps(), whole.epoch() % settings.epochs(), whole.seed());
    if (training > 0 && context.step() == 0) {
      restart(training);
    }
    done = (double) context.step() / steps();
    Batch sequences = withNoise(batch, context.seed());
    if (settings.forcing() instanceof Forcing.Adaptive adaptive
        && context.step() % adaptive.every() == 0) {
      adapt(adaptive, sequences);
    }
    Batch targets = settings.noise().onTargets() ? sequences : batch;
    double loss = run(targets, sequences, true);
    Arrays.fill(gradient, 0);
    cell.gradient(gradient, 0);
    observation.addGradient(parameters, gradient, architecture.parameterCount());
    settings.regularisation().addGradient(architecture, parameters, gradient);
    settings.optimiser().update(parameters, gradient, state, context);
    architecture.clip(parameters);
    look(context.step());
    return loss;
  }

  /** Whether the selected checkpoint's runs are caught nowhere. */
  private boolean free() {
    return state[state.length - 2] > merit(FreeRunScore.CAUGHT);
  }

  private static float merit(double score) {
    return (float) (1 / (1 + score));
  }

  /** From other weights, with nothing kept but the selected checkpoint and its merit. */
  private void restart(int training) {
    initialise(RandomStreams.derive(seed, "restart", training));
    float merit = state[state.length - 2];
    Arrays.fill(state, 0);
    state[state.length - 2] = merit;
  }

  /** Steps of one training. */
  private long steps() {
    return (long) settings.epochs() * settings.batchesPerEpoch();
  }

  /** Until there was a look at free runs, the present weights are the selected ones. */
  private void look(long step) {
    int merit = state.length - 2;
    if (score.isPresent()
        && settings.selection().looks(step, steps(), settings.batchesPerEpoch())) {
      float present = merit(score.get().of(dynamics(parameters)));
      if (present > state[merit]) {
        state[merit] = present;
        select();
      }
    }
    if (state[merit] == 0) {
      select();
    }
  }

  @Override
  public double loss(Batch batch) {
    return run(batch, batch, false);
  }

  /** The present strength of forcing whose strength moves. */
  double alpha() {
    if (settings.forcing() instanceof Forcing.Constant constant) {
      return constant.at(done);
    }
    double start = settings.forcing() instanceof Forcing.Adaptive adaptive ? adaptive.start() : 0;
    return start - state[state.length - 1];
  }

  private double run(Batch batch, Batch inputs, boolean backward) {
    int steps = settings.sequenceLength();
    int dimension = observation.observed();
    int[] shape = batch.shape(Batch.INPUT);
    if (shape[0] != steps + 1 || shape[1] != dimension) {
      throw new IllegalArgumentException(
          "windows of " + shape[0] + " rows given to a learner of " + (steps + 1));
    }
    float[] values = batch.floats(Batch.INPUT);
    for (int t = 0; t <= steps; t++) {
      boolean read = t <= architecture.warmUp();
      alpha[t] = read ? 1 : settings.forcing().strength(t, (float) alpha());
    }
    cell.load(parameters, 0);
    observation.load(parameters, architecture.parameterCount());
    double terms = (double) batch.count() * (steps - settings.settling()) * dimension;
    double sum = 0;
    for (int first = 0; first < batch.count(); first += Lanes.COUNT) {
      int count = Math.min(Lanes.COUNT, batch.count() - first);
      Lanes.load(values, first, count, steps + 1, dimension, lanes);
      if (signal != lanes) {
        Lanes.load(inputs.floats(Batch.INPUT), first, count, steps + 1, dimension, signal);
      }
      Arrays.fill(scale, 0);
      Arrays.fill(scale, 0, count, (float) (2 / terms));
      sum += unrolling.run(lanes, signal, alpha, scale, count, backward);
    }
    return sum / terms;
  }

  private void adapt(Forcing.Adaptive adaptive, Batch batch) {
    StateMap map = architecture.map(parameters);
    double estimate =
        estimator.estimate(
            map, observation.readout(parameters, architecture.parameterCount()), batch);
    double present = alpha();
    double next =
        estimate > present
            ? estimate
            : adaptive.decay() * present + (1 - adaptive.decay()) * estimate;
    state[state.length - 1] = (float) (adaptive.start() - next);
  }

  private Batch withNoise(Batch batch, long seed) {
    if (settings.noise().deviation() == 0) {
      return batch;
    }
    float[] values = batch.floats(Batch.INPUT);
    int size = batch.count() * batch.field(Batch.INPUT).size();
    noisy = noisy.length == size ? noisy : new float[size];
    RandomGenerator random = RandomStreams.stream(seed, "training noise");
    for (int i = 0; i < size; i++) {
      noisy[i] = (float) (values[i] + settings.noise().deviation() * random.nextGaussian());
    }
    return Batch.of(batch.count()).put(Batch.INPUT, noisy, batch.shape(Batch.INPUT));
  }

  @Override
  public Dynamics trained() {
    return dynamics(selected.length > 0 ? selected : parameters);
  }

  private Dynamics dynamics(float[] weights) {
    return architecture.dynamics(
        weights,
        observation.observed(),
        observation.readout(weights, architecture.parameterCount()));
  }

  @Override
  public void close() {}
}
