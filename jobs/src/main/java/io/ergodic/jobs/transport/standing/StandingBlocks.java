package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.BlockLocation;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.SliceRequest;
import io.ergodic.jobs.transport.VectorBlocks;
import java.util.List;
import java.util.Set;

/** Blocks in Spark's block stores. */
record StandingBlocks() implements BlockExchange {
  @Override
  public BlockLocation location() {
    return BlockStore.location();
  }

  @Override
  public void put(VectorBlocks blocks, Slice slice, float[] source, int offset) {
    BlockStore.put(blocks, slice, source, offset);
  }

  @Override
  public Set<VectorBlocks> fetch(List<SliceRequest> requests) throws InterruptedException {
    return BlockFetch.fetch(requests);
  }

  @Override
  public void remove(int training) {
    BlockStore.remove(training);
  }
}
