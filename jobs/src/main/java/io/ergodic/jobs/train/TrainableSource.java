package io.ergodic.jobs.train;

import io.ergodic.models.device.Device;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * Makes the same model with the same data and plan in any process: what is sent to the executors in
 * place of a learner.
 */
public interface TrainableSource extends Serializable {
  /**
   * A new learner with its batches. All learners of one source begin with the same parameters, and
   * their samplers give the same batch for the same step.
   */
  Trainable.Stepped create(Configuration configuration) throws IOException;

  /**
   * A new learner for a worker. A source that knows nothing of parts and GPUs makes the same for
   * all.
   */
  default Made create(Configuration configuration, Assignment assignment) throws IOException {
    return new Made(create(configuration), Device.CPU, 0, () -> {});
  }

  /**
   * A learner for a worker.
   *
   * @param device it computes on
   * @param bytes of training data it keeps in memory and no other learner shares
   * @param spill puts that data on the local disk, from where the next learner gets it
   */
  record Made(Trainable.Stepped stepped, Device device, long bytes, Spill spill) {}

  /** Work on files. */
  @FunctionalInterface
  interface Spill {
    void run() throws IOException;
  }

  /** All that determines what {@link #create} makes, as a JSON object, seed included. */
  String describe();
}
