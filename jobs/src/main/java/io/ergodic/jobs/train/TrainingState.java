package io.ergodic.jobs.train;

import io.ergodic.models.training.EpochLoss;
import java.util.List;

/**
 * The complete state of a training at a round boundary. Two trainings that resume from equal states
 * give equal bits.
 *
 * @param stage current stage, from 0
 * @param round number of rounds done
 * @param step number of steps of the stage done, which is also the position in its data
 * @param parameters of all workers, flat
 * @param states of the optimiser: one for all workers, or one each
 * @param kept one vector per worker: its own values of parameters that are not averaged; empty when
 *     the model has no such parameters
 * @param outer state of the outer optimiser
 * @param epochSum sum of the losses in the current epoch
 * @param curve losses of the epochs done
 */
public record TrainingState(
    int stage,
    int round,
    long step,
    float[] parameters,
    List<float[]> states,
    List<float[]> kept,
    float[] outer,
    double epochSum,
    List<EpochLoss> curve,
    Best best) {

  /**
   * The lowest validation loss so far.
   *
   * @param parameters that gave it; null before the first validation
   * @param worse number of validations since
   */
  public record Best(float[] parameters, double loss, int worse) {
    static final Best NONE = new Best(null, Double.POSITIVE_INFINITY, 0);

    Best offer(float[] candidate, double candidateLoss) {
      return candidateLoss < loss
          ? new Best(candidate, candidateLoss, 0)
          : new Best(parameters, loss, worse + 1);
    }
  }

  /** The last validation loss; NaN before the first validation. */
  public double lastValidation() {
    for (int i = curve.size() - 1; i >= 0; i--) {
      if (Double.isFinite(curve.get(i).validation())) {
        return curve.get(i).validation();
      }
    }
    return Double.NaN;
  }
}
