package io.ergodic.jobs.train;

import io.ergodic.jobs.train.round.RoundResult;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.Trainable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Takes a training from one round boundary to the next. */
final class Progression {
  private final Trainable.Stepped stepped;
  private final AveragingSettings settings;
  private TrainingState state;
  private int validated;
  private boolean validatedNow;

  Progression(Trainable.Stepped stepped, AveragingSettings settings, TrainingState state) {
    this.stepped = stepped;
    this.settings = settings;
    this.state = state;
    this.validated = state.curve().size();
    int present = stepped.learner().parameterCount();
    if (state.parameters().length != present) {
      throw new IllegalStateException(
          "the state has " + state.parameters().length + " parameters, the model " + present);
    }
  }

  /** The state before the first step: what a new learner has. */
  static TrainingState start(Learner learner, AveragingSettings settings) {
    float[] parameters = new float[learner.parameterCount()];
    learner.readParameters(parameters);
    float[] optimiser = new float[learner.stateCount()];
    learner.readState(optimiser);
    int states = settings.statePolicy() == StatePolicy.LOCAL ? settings.workers() : 1;
    float[] outer = new float[settings.outer().stateCount(learner.trainableCount())];
    return new TrainingState(
        0,
        0,
        parameters,
        Collections.nCopies(states, optimiser),
        outer,
        0,
        List.of(),
        TrainingState.Best.NONE);
  }

  TrainingState state() {
    return state;
  }

  Trainable.Stepped stepped() {
    return stepped;
  }

  int batchesPerEpoch() {
    return stepped.stage().batches().batchesPerEpoch();
  }

  /** Steps of the whole training. */
  long steps() {
    return (long) stepped.stage().epochs() * stepped.stage().batches().batchesPerEpoch();
  }

  long left() {
    return steps() - state.step();
  }

  int trainable() {
    return stepped.learner().trainableCount();
  }

  boolean finished() {
    boolean stopped =
        stepped.stage().stopping().isPresent()
            && state.best().worse() >= stepped.stage().stopping().get().patience();
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
    int perEpoch = stepped.stage().batches().batchesPerEpoch();
    double sum = state.epochSum();
    long step = state.step();
    List<EpochLoss> curve = new ArrayList<>(state.curve());
    for (double loss : result.losses()) {
      sum += loss;
      step++;
      if (step % perEpoch == 0) {
        curve.add(new EpochLoss((int) (step / perEpoch) - 1, sum / perEpoch, Double.NaN));
        sum = 0;
      }
    }
    state =
        new TrainingState(
            state.round() + 1,
            step,
            next,
            result.states(),
            outer,
            sum,
            List.copyOf(curve),
            state.best());
  }

  /** Validates if the last round has ended an epoch and there is early stopping. */
  void validate(ToDoubleFunction<float[]> loss) {
    int last = state.curve().size() - 1;
    validatedNow = stepped.stage().stopping().isPresent() && last >= validated;
    if (!validatedNow) {
      return;
    }
    validated = last + 1;
    double value = loss.applyAsDouble(state.parameters());
    List<EpochLoss> curve = new ArrayList<>(state.curve());
    curve.set(last, new EpochLoss(last, curve.get(last).training(), value));
    state =
        new TrainingState(
            state.round(),
            state.step(),
            state.parameters(),
            state.states(),
            state.outer(),
            state.epochSum(),
            List.copyOf(curve),
            state.best().offer(state.parameters(), value));
  }
}
