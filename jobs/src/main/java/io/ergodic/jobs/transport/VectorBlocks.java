package io.ergodic.jobs.transport;

import java.io.Serializable;

/**
 * Slices of a vector in the block store of one process. The block ids follow from the fields.
 *
 * @param training number of the training in this application
 * @param round that made the vector, or for a round's input the round that begins with it
 * @param worker whose vector it is, or {@link #ROUND_INPUT}
 * @param location of the store that has the blocks
 */
public record VectorBlocks(int training, int round, int worker, BlockLocation location)
    implements Serializable {
  /**
   * In place of a worker: the vectors that all workers begin a round with. The settings allow fewer
   * workers than this.
   */
  public static final int ROUND_INPUT = (1 << 17) - 1;

  /** Id of the executor that has the blocks. */
  public String executor() {
    return location.executor();
  }
}
