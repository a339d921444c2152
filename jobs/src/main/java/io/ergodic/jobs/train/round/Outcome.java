package io.ergodic.jobs.train.round;

import io.ergodic.models.device.Device;
import java.io.Serializable;

/**
 * What a worker sends back.
 *
 * @param report all but the vectors
 * @param parameters after the local steps; null when they are held
 * @param state of the optimiser after them; null when it is not wanted, or held
 * @param unaveraged of the parameters, what is merged otherwise than by the mean
 * @param holding of what stays with the executor, to be averaged in slices; else null
 */
record Outcome(
    Report report, float[] parameters, float[] state, float[] unaveraged, Holding holding)
    implements Serializable {

  /**
   * How a worker's steps went.
   *
   * @param executor it ran on
   * @param device its learner computed on
   * @param examples seen, the weight of the worker in the mean
   * @param losses of its steps, in order
   * @param failure why it stopped early; null when it did not
   * @param begin of its task, in milliseconds since 1970
   * @param waitNanos spent getting what it begins with
   * @param computeNanos spent in steps
   */
  record Report(
      int worker,
      String executor,
      Device device,
      long examples,
      double[] losses,
      String failure,
      long begin,
      long waitNanos,
      long computeNanos)
      implements Serializable {}
}
