package io.ergodic.jobs.train;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.train.round.Phase;
import io.ergodic.jobs.train.round.RoundResult;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Unaveraged;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.TrainingFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Takes a training from one round boundary to the next. */
final class Progression {
  private final Trainable.Stepped stepped;
  private final AveragingSettings settings;
  private final Unaveraged unaveraged;
  private final float[] fresh;
  private TrainingState state;
  private int validated;
  private boolean validatedNow;

  /** Goes on from a state, with a learner that has not been trained. */
  Progression(Trainable.Stepped stepped, AveragingSettings settings, TrainingState state) {
    this(stepped, settings, state, parameters(stepped.learner()));
  }

  private Progression(
      Trainable.Stepped stepped, AveragingSettings settings, TrainingState state, float[] fresh) {
    this.stepped = stepped;
    this.settings = settings;
    this.state = state;
    this.validated = state.curve().size();
    this.unaveraged = new Unaveraged(stepped.learner().segments());
    this.fresh = unaveraged.take(fresh);
    int optimiser = stepped.learner().stateCount();
    if (state.states().get(0).length != optimiser) {
      throw new InvalidInputException(
          "the checkpoint has an optimiser's state of "
              + state.states().get(0).length
              + " values, where this version keeps "
              + optimiser
              + ": it was written by another version; start anew, without --resume");
    }
    if (state.parameters().length != fresh.length) {
      throw new IllegalStateException(
          "the state has " + state.parameters().length + " parameters, the model " + fresh.length);
    }
  }

  /** From before the first step: what a new learner has. */
  static Progression start(Trainable.Stepped stepped, AveragingSettings settings) {
    Learner learner = stepped.learner();
    float[] fresh = parameters(learner);
    learner.begin(0);
    float[] parameters = parameters(learner);
    int states = settings.statePolicy() == StatePolicy.LOCAL ? settings.workers() : 1;
    float[] outer = new float[settings.outer().stateCount(learner.trainableCount())];
    Unaveraged unaveraged = new Unaveraged(learner.segments());
    int kept = unaveraged.keepsLocal() ? settings.workers() : 0;
    TrainingState state =
        new TrainingState(
            0,
            0,
            0,
            parameters,
            Collections.nCopies(states, optimiser(learner)),
            Collections.nCopies(kept, unaveraged.take(parameters)),
            outer,
            0,
            List.of(),
            TrainingState.Best.NONE);
    return new Progression(stepped, settings, state, fresh);
  }

  private static float[] parameters(Learner learner) {
    float[] parameters = new float[learner.parameterCount()];
    learner.readParameters(parameters);
    return parameters;
  }

  private static float[] optimiser(Learner learner) {
    float[] optimiser = new float[learner.stateCount()];
    learner.readState(optimiser);
    return optimiser;
  }

  TrainingState state() {
    return state;
  }

  Trainable.Stepped stepped() {
    return stepped;
  }

  private Stage stage() {
    return stepped.stages().get(state.stage());
  }

  /** The stage under way. */
  Phase phase() {
    long before = stepped.stages().stream().limit(state.stage()).mapToLong(Stage::steps).sum();
    return new Phase(state.stage(), before, stage().batches().batchesPerEpoch());
  }

  /** Steps of the whole training. */
  long steps() {
    return stepped.stages().stream().mapToLong(Stage::steps).sum();
  }

  /** Steps of the whole training that are done, or were left out by early stopping. */
  long done() {
    return phase().before() + state.step();
  }

  /** Steps that remain of the stage. */
  long left() {
    return stage().steps() - state.step();
  }

  int trainable() {
    return stepped.learner().trainableCount();
  }

  boolean finished() {
    return ended() && state.stage() == stepped.stages().size() - 1;
  }

  /** Whether the stage is over. */
  private boolean ended() {
    boolean stopped =
        stage().stopping().isPresent()
            && state.best().worse() >= stage().stopping().get().patience();
    return stopped || left() <= 0;
  }

  /** Whether there was a validation after the last round. */
  boolean validatedNow() {
    return validatedNow;
  }

  /** The parameters the training is for: the best where there was validation, else the last. */
  float[] result() {
    float[] best = state.best().parameters();
    return best == null ? state.parameters() : best;
  }

  /**
   * Takes the result of a round: outer optimiser on the trained parameters, buffers as they are.
   */
  void average(RoundResult result) {
    float[] next = result.mean().clone();
    System.arraycopy(state.parameters(), 0, next, 0, trainable());
    float[] outer = state.outer().clone();
    settings.outer().update(next, result.mean(), outer, trainable());
    if (unaveraged.count() > 0) {
      merge(result.copies(), next);
    }
    int perEpoch = stage().batches().batchesPerEpoch();
    double sum = state.epochSum();
    long step = state.step();
    List<EpochLoss> curve = new ArrayList<>(state.curve());
    int first = curve.size() - (int) (step / perEpoch);
    for (double loss : result.losses()) {
      sum += loss;
      step++;
      if (step % perEpoch == 0) {
        curve.add(new EpochLoss(first + (int) (step / perEpoch) - 1, sum / perEpoch, Double.NaN));
        sum = 0;
      }
    }
    state =
        new TrainingState(
            state.stage(),
            state.round() + 1,
            step,
            next,
            result.states(),
            kept(result.copies()),
            outer,
            sum,
            List.copyOf(curve),
            state.best());
  }

  private void merge(List<Unaveraged.Copy> copies, float[] next) {
    float[] start = unaveraged.take(state.parameters());
    try {
      unaveraged.put(unaveraged.merged(settings.workers(), copies, start, fresh), next);
    } catch (IllegalStateException different) {
      throw new TrainingFailedException("averaging: " + different.getMessage());
    }
  }

  /** What each worker keeps: a worker that was left without steps what it had. */
  private List<float[]> kept(List<Unaveraged.Copy> copies) {
    if (state.kept().isEmpty()) {
      return state.kept();
    }
    List<float[]> kept = new ArrayList<>(state.kept());
    copies.forEach(copy -> kept.set(copy.worker(), copy.row()));
    return List.copyOf(kept);
  }

  /**
   * Goes on to the next stage where one has ended: from its best parameters, with the states of the
   * optimisers as they are, as the plain loop does.
   */
  void advance() {
    if (!ended() || finished()) {
      return;
    }
    Learner learner = stepped.learner();
    float[] parameters = result();
    List<float[]> states = new ArrayList<>();
    float[] prepared = parameters;
    for (float[] optimiser : state.states()) {
      learner.writeParameters(parameters);
      learner.writeState(optimiser);
      learner.begin(state.stage() + 1);
      prepared = parameters(learner);
      states.add(optimiser(learner));
    }
    state =
        new TrainingState(
            state.stage() + 1,
            state.round(),
            0,
            prepared,
            List.copyOf(states),
            state.kept(),
            state.outer(),
            0,
            state.curve(),
            TrainingState.Best.NONE);
  }

  /** Validates if the last round has ended an epoch and there is early stopping. */
  void validate(ToDoubleFunction<float[]> loss) {
    int last = state.curve().size() - 1;
    validatedNow = stage().stopping().isPresent() && last >= validated;
    if (!validatedNow) {
      return;
    }
    validated = last + 1;
    double value = loss.applyAsDouble(state.parameters());
    List<EpochLoss> curve = new ArrayList<>(state.curve());
    curve.set(last, new EpochLoss(last, curve.get(last).training(), value));
    state =
        new TrainingState(
            state.stage(),
            state.round(),
            state.step(),
            state.parameters(),
            state.states(),
            state.kept(),
            state.outer(),
            state.epochSum(),
            List.copyOf(curve),
            state.best().offer(state.parameters(), value));
  }
}
