package io.ergodic.jobs.transport;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Stores slices of vectors in the processes that make them, and fetches them from there. It works
 * on the driver and, serialised with a task, on executors.
 */
public interface BlockExchange extends Serializable {
  /** The address of this process's block store. */
  BlockLocation location();

  /**
   * Puts a slice into this process's store; does nothing when it is stored already. This removes
   * the training's blocks that are too old to be fetched.
   *
   * @param offset index of the slice's first value in the source
   */
  void put(VectorBlocks blocks, Slice slice, float[] source, int offset);

  /** Fetches slices from all processes concurrently, and returns the blocks that are lost. */
  Set<VectorBlocks> fetch(List<SliceRequest> requests) throws InterruptedException;

  /** Removes all blocks of a training from this process's store. */
  void remove(int training);

  /** Blocks of this process. */
  default VectorBlocks here(int training, int round, int worker) {
    return new VectorBlocks(training, round, worker, location());
  }

  /**
   * Puts slices of whole vectors into this process's store.
   *
   * @param vectors by {@link Slice#vector}
   */
  default void put(VectorBlocks blocks, List<Slice> slices, float[]... vectors) {
    slices.forEach(slice -> put(blocks, slice, vectors[slice.vector()], slice.from()));
  }
}
