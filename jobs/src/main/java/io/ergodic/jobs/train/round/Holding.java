package io.ergodic.jobs.train.round;

import java.io.Serializable;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.StreamBlockId;

/**
 * Vectors that stay with the executor that made them until they are averaged.
 *
 * @param training number of the training in this application
 * @param holder where they are
 */
record Holding(int training, int round, int worker, BlockManagerId holder) implements Serializable {
  private static final int CUT_BITS = 22;
  private static final int WORKER_BITS = 17;

  /** The name of a piece among Spark's blocks; nothing else here has blocks of this kind. */
  StreamBlockId block(Cut cut) {
    long of = ((long) round << WORKER_BITS | worker) << CUT_BITS | cut.index();
    return new StreamBlockId(training, of);
  }
}
