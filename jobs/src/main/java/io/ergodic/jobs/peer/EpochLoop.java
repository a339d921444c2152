package io.ergodic.jobs.peer;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Epochs with early stopping on the driver, as LocalTrainer has them; what an epoch does is the
 * engine's.
 */
final class EpochLoop {
  private final Trainable.Stepped stepped;
  private final Deadline deadline;
  private final RoundClock clock;
  private float[] best;
  private double lowest = Double.POSITIVE_INFINITY;
  private int worse;

  EpochLoop(Trainable.Stepped stepped, Deadline deadline, RoundClock clock) {
    this.stepped = stepped;
    this.deadline = deadline;
    this.clock = clock;
  }

  /** A pass over the data that leaves its parameters in the learner. */
  @FunctionalInterface
  interface Epoch {
    /** Returns the training loss. */
    double run(int epoch) throws IOException;
  }

  /** The learner is the caller's to close when this throws. */
  Trained run(Epoch work) throws IOException {
    Learner learner = stepped.learner();
    List<EpochLoss> curve = new ArrayList<>();
    boolean stopped = false;
    for (int epoch = 0; epoch < stepped.stage().epochs() && !stopped; epoch++) {
      double training = work.run(epoch);
      Double validation =
          stepped.stage().stopping().isPresent()
              ? (Double) meanLoss(learner, stepped.stage().stopping().get().validation())
              : null;
      clock.validated(validation);
      curve.add(new EpochLoss(epoch, training, validation == null ? Double.NaN : validation));
      if (validation != null) {
        offer(learner, validation);
        stopped = worse >= stepped.stage().stopping().get().patience();
      }
    }
    if (best != null) {
      learner.writeParameters(best);
    }
    return new Trained(
        learner.trained(), Weights.of(learner), learner.trainableCount(), curve, learner::close);
  }

  private void offer(Learner learner, double validation) {
    if (validation < lowest) {
      lowest = validation;
      worse = 0;
      best = best == null ? new float[learner.parameterCount()] : best;
      learner.readParameters(best);
    } else {
      worse++;
    }
  }

  private double meanLoss(Learner learner, Iterable<Batch> batches) {
    double sum = 0;
    long count = 0;
    for (Batch batch : batches) {
      deadline.check("validation");
      sum += learner.loss(batch) * batch.count();
      count += batch.count();
    }
    return finite(sum / count, "validation loss");
  }

  /** The loss itself. */
  static double finite(double loss, String what) {
    if (!Double.isFinite(loss)) {
      throw new TrainingFailedException(what + " became " + loss);
    }
    return loss;
  }
}
