package io.ergodic.jobs.train;

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

  /** All that determines what {@link #create} makes, as a JSON object, seed included. */
  String describe();
}
