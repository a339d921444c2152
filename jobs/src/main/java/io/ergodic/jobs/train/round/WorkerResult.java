package io.ergodic.jobs.train.round;

import io.ergodic.jobs.transport.VectorBlocks;
import io.ergodic.models.device.Device;
import java.io.Serializable;

/**
 * The result of a worker's local steps. A worker either sends its vectors, or leaves them in its
 * executor's block store and sends their address.
 *
 * @param parameters after the steps; null when they are in the block store
 * @param state of the optimiser after the steps; null when it is not needed, or in the block store
 * @param unaveraged the values of the parameters that are not averaged by the mean
 * @param blocks address of the vectors in the block store; null when the worker sends them
 */
record WorkerResult(
    Report report, float[] parameters, float[] state, float[] unaveraged, VectorBlocks blocks)
    implements Serializable {

  /**
   * Everything but the vectors.
   *
   * @param executor id of the executor that ran the steps
   * @param device that the learner computed on
   * @param examples number of examples seen, which is the worker's weight in the mean
   * @param losses of the steps, in order
   * @param failure why the worker stopped early; null when it did not
   * @param begin of the task, in milliseconds since 1970
   * @param waitNanos nanoseconds until the worker had its input
   * @param computeNanos nanoseconds in steps
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
