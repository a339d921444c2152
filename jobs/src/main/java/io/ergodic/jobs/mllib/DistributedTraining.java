package io.ergodic.jobs.mllib;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A training by MLlib whose settings have been checked. */
@FunctionalInterface
public interface DistributedTraining {
  /**
   * Trains. The same rows in the same partitions give the same bits on any cluster.
   *
   * @param training as {@link ExampleRows} makes them: {@code label} (double, with the number of
   *     classes in its metadata) and {@code features} (vector)
   */
  Fitted fit(Dataset<Row> training, long seed);
}
