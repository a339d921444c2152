package io.ergodic.jobs.train;

import io.ergodic.models.training.EpochLoss;
import java.util.List;

/**
 * All of a training at a round boundary: going on from an equal state gives equal bits.
 *
 * @param stage under way, from 0
 * @param round rounds done
 * @param step steps of the stage done, which is also the position in its data
 * @param parameters shared by all workers
 * @param states of the optimisers: one for all, or one a worker
 * @param kept of each worker, the parameters that it keeps to itself; empty where there are none
 * @param outer state of the outer optimiser
 * @param epochSum sum of the losses of the epoch under way
 * @param curve of the epochs done
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
   * @param parameters then; null before the first validation
   * @param worse validations since, none of them better
   */
  public record Best(float[] parameters, double loss, int worse) {
    static final Best NONE = new Best(null, Double.POSITIVE_INFINITY, 0);

    Best offer(float[] candidate, double candidateLoss) {
      return candidateLoss < loss
          ? new Best(candidate, candidateLoss, 0)
          : new Best(parameters, loss, worse + 1);
    }
  }

  /** The last validation loss; NaN when there was none. */
  public double lastValidation() {
    for (int i = curve.size() - 1; i >= 0; i--) {
      if (Double.isFinite(curve.get(i).validation())) {
        return curve.get(i).validation();
      }
    }
    return Double.NaN;
  }
}
