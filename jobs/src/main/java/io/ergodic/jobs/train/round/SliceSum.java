package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Work;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;

/**
 * Averages a piece of all workers' vectors, in the order of the workers, so that every value is the
 * same sum in the same order as on the driver.
 *
 * @param parts of the workers, in their order
 */
record SliceSum(Cut cut, List<Part> parts) implements Work<SliceSum.Sum> {

  /** A worker's vectors and how much they count. */
  record Part(Holding holding, long weight) implements Serializable {}

  /**
   * What comes of it.
   *
   * @param missing a worker whose piece could not be had, and then there is no mean; else {@link
   *     #NOBODY}
   */
  record Sum(float[] mean, int missing) implements Serializable {
    static final int NOBODY = -1;
  }

  @Override
  public Sum run() {
    WeightedSum sum = new WeightedSum(cut.length());
    float[] values = new float[cut.length()];
    for (Part part : parts) {
      try {
        HeldVectors.read(part.holding(), cut, values);
      } catch (Exception lost) {
        // Spark's readers throw what they do not declare.
        TaskContext.get().killTaskIfInterrupted();
        return new Sum(null, part.holding().worker());
      }
      sum.add(values, 0, part.weight());
    }
    sum.mean(values, 0);
    return new Sum(values, Sum.NOBODY);
  }
}
