package io.ergodic.jobs.train.round;

import java.io.Serializable;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.StreamBlockId;

/**
 * A vector of which pieces lie in the store of a process, under names that follow from what it is.
 *
 * @param training number of the training in this application
 * @param round that made it, or that begins with it
 * @param worker it is of, or {@link #START}
 * @param holder the process
 */
record Holding(int training, int round, int worker, BlockManagerId holder) implements Serializable {
  private static final int CUT_BITS = 22;
  private static final int WORKER_BITS = 17;

  /** In place of a worker: what all begin a round with. Settings allow fewer workers. */
  static final int START = (1 << WORKER_BITS) - 1;

  /** The name of a piece among Spark's blocks; nothing else here has blocks of this kind. */
  StreamBlockId block(Cut cut) {
    long of = ((long) round << WORKER_BITS | worker) << CUT_BITS | cut.index();
    return new StreamBlockId(training, of);
  }

  /** The earliest round of which anything is asked for once there is this. */
  int needed() {
    // Where a worker's vectors are lost, its steps are done again before the next round begins.
    return worker == START ? round - 1 : round;
  }
}
