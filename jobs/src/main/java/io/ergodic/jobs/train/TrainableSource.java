package io.ergodic.jobs.train;

import io.ergodic.models.device.Device;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * A serialisable factory of learners. The driver sends it to the executors in place of a learner;
 * it makes the same model with the same data and plan in every process.
 */
public interface TrainableSource extends Serializable {
  /**
   * Makes a learner and its batches. All learners of one source begin with the same parameters, and
   * their samplers return the same batch for the same step.
   */
  Trainable.Stepped create(Configuration configuration) throws IOException;

  /**
   * Makes a learner for a worker. The default ignores parts and GPUs, and makes the same learner
   * for every worker.
   */
  default WorkerLearner create(Configuration configuration, Assignment assignment)
      throws IOException {
    return new WorkerLearner(create(configuration), Device.CPU, 0, () -> {});
  }

  /**
   * A learner for a worker.
   *
   * @param device that it computes on
   * @param bytes of training data that only this learner has in memory
   * @param spill writes that data to the local disk, from which the next learner reads it
   */
  record WorkerLearner(Trainable.Stepped stepped, Device device, long bytes, FileAction spill) {}

  /** An action on files. */
  @FunctionalInterface
  interface FileAction {
    void run() throws IOException;
  }

  /** Everything that determines what {@link #create} makes, with the seed, as a JSON object. */
  String describe();
}
