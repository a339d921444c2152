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

/** The state of a training, and its transitions from one round boundary to the next. */
final class TrainingProgress {
  private final Trainable.Stepped stepped;
  private final AveragingSettings settings;
  private final Unaveraged unaveraged;
  private final float[] initial;
  private TrainingState state;
  private int validated;
  private boolean validatedNow;

  /**
   * Resumes from a state.
   *
   * @param stepped with a learner that has not been trained
   */
  TrainingProgress(Trainable.Stepped stepped, AveragingSettings settings, TrainingState state) {
    this(stepped, settings, state, parameters(stepped.learner()));
  }

  private TrainingProgress(
      Trainable.Stepped stepped, AveragingSettings settings, TrainingState state, float[] initial) {
    this.stepped = stepped;
    this.settings = settings;
    this.state = state;
    this.validated = state.curve().size();
    this.unaveraged = new Unaveraged(stepped.learner().segments());
    this.initial = unaveraged.take(initial);
    int optimiser = stepped.learner().stateCount();
    if (state.states().get(0).length != optimiser) {
      throw new InvalidInputException(
          "the checkpoint has an optimiser's state of "
              + state.states().get(0).length
              + " values, where this version keeps "
              + optimiser
              + ": it was written by another version; start anew, without --resume");
    }
    if (state.parameters().length != initial.length) {
      throw new IllegalStateException(
          "the state has "
              + state.parameters().length
              + " parameters, the model "
              + initial.length);
    }
  }

  /** The progress before the first step, with the parameters of a new learner. */
  static TrainingProgress initial(Trainable.Stepped stepped, AveragingSettings settings) {
    Learner learner = stepped.learner();
    float[] initial = parameters(learner);
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
    return new TrainingProgress(stepped, settings, state, initial);
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

  /** The current stage. */
  Phase phase() {
    long before = stepped.stages().stream().limit(state.stage()).mapToLong(Stage::steps).sum();
    return new Phase(state.stage(), before, stage().batches().batchesPerEpoch());
  }

  /** Number of steps of the whole training. */
  long steps() {
    return stepped.stages().stream().mapToLong(Stage::steps).sum();
  }

  /** Number of steps that are taken, or that early stopping has skipped. */
  long done() {
    return phase().before() + state.step();
  }

  /** Number of steps that remain in the stage. */
  long left() {
    return stage().steps() - state.step();
  }

  int trainable() {
    return stepped.learner().trainableCount();
  }

  boolean finished() {
    return ended() && state.stage() == stepped.stages().size() - 1;
  }

  /** Whether the stage has ended. */
  private boolean ended() {
    boolean stopped =
        stage().stopping().isPresent()
            && state.best().worse() >= stage().stopping().get().patience();
    return stopped || left() <= 0;
  }

  /** Whether the last round was followed by a validation. */
  boolean validatedNow() {
    return validatedNow;
  }

  /** The result of the training: the parameters of the best validation, else the last ones. */
  float[] result() {
    float[] best = state.best().parameters();
    return best == null ? state.parameters() : best;
  }

  /**
   * Applies the result of a round: the outer optimiser updates the trained parameters, and buffers
   * get the mean.
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
      unaveraged.put(unaveraged.merged(settings.workers(), copies, start, initial), next);
    } catch (IllegalStateException different) {
      throw new TrainingFailedException("averaging: " + different.getMessage());
    }
  }

  /** The workers' own values; a worker without steps in the round keeps its earlier ones. */
  private List<float[]> kept(List<Unaveraged.Copy> copies) {
    if (state.kept().isEmpty()) {
      return state.kept();
    }
    List<float[]> kept = new ArrayList<>(state.kept());
    copies.forEach(copy -> kept.set(copy.worker(), copy.row()));
    return List.copyOf(kept);
  }

  /**
   * Begins the next stage when the current one has ended, as the plain loop does: with the best
   * parameters, and with the states of the optimisers as they are.
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

  /** Validates when the stage has early stopping and the last round has ended an epoch. */
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
