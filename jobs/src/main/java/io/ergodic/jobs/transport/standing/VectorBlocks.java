package io.ergodic.jobs.transport.standing;

import java.io.Serializable;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.StreamBlockId;

/**
 * Slices of a vector in the block store of one process. The block ids follow from the fields.
 *
 * @param training number of the training in this application
 * @param round that made the vector, or for a round's input the round that begins with it
 * @param worker whose vector it is, or {@link #ROUND_INPUT}
 * @param location the process whose store has the blocks
 */
public record VectorBlocks(int training, int round, int worker, BlockManagerId location)
    implements Serializable {
  private static final int SLICE_BITS = 22;
  private static final int WORKER_BITS = 17;

  /** In place of a worker: the vectors that all workers begin a round with. */
  public static final int ROUND_INPUT = (1 << WORKER_BITS) - 1;

  /** Blocks of this process. */
  public static VectorBlocks here(int training, int round, int worker) {
    return new VectorBlocks(training, round, worker, BlockStore.location());
  }

  /** Id of the executor that has the blocks. */
  public String executor() {
    return location.executorId();
  }

  /** The id of a slice's block; no other part of Ergodic has stream blocks. */
  StreamBlockId blockId(Slice slice) {
    long id = ((long) round << WORKER_BITS | worker) << SLICE_BITS | slice.index();
    return new StreamBlockId(training, id);
  }

  /** The earliest round whose blocks may still be fetched once these blocks exist. */
  int earliestNeeded() {
    // When a worker's blocks are lost, its steps are repeated from the input of the same round.
    return worker == ROUND_INPUT ? round - 1 : round;
  }
}
