package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.transport.BlockLocation;
import io.ergodic.jobs.transport.SliceRequest;
import io.ergodic.jobs.transport.VectorBlocks;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkEnv;
import org.apache.spark.network.buffer.ManagedBuffer;
import org.apache.spark.network.shuffle.BlockFetchingListener;
import org.apache.spark.storage.BlockData;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import scala.Option;

/**
 * Fetches slices of vectors from the block stores of several processes concurrently, over the
 * connections by which Spark fetches shuffle blocks, and copies each slice to its target as it
 * arrives. A block is lost when its process replies with an error, or when no block at all has
 * arrived for {@code spark.ergodic.training.fetchTimeout} (10s).
 */
final class BlockFetch implements BlockFetchingListener {
  private static final String TIMEOUT = "spark.ergodic.training.fetchTimeout";

  private final Map<String, SliceRequest> open = new HashMap<>();
  private final Set<VectorBlocks> lost = new LinkedHashSet<>();
  private long lastArrival = System.nanoTime();

  private BlockFetch() {}

  /** Fetches all slices, and returns the blocks that are lost. */
  static Set<VectorBlocks> fetch(List<SliceRequest> requests) throws InterruptedException {
    BlockFetch fetch = new BlockFetch();
    BlockLocation here = BlockStore.location();
    Map<BlockLocation, List<SliceRequest>> remote = new LinkedHashMap<>();
    List<SliceRequest> local = new ArrayList<>();
    for (SliceRequest request : requests) {
      BlockLocation location = request.blocks().location();
      if (location.equals(here)) {
        local.add(request);
      } else {
        remote.computeIfAbsent(location, none -> new ArrayList<>()).add(request);
      }
    }
    remote.forEach(fetch::send);
    // While the remote blocks are on their way.
    local.forEach(fetch::readLocal);
    return fetch.await();
  }

  private void send(BlockLocation location, List<SliceRequest> requests) {
    String[] ids = new String[requests.size()];
    synchronized (this) {
      for (int k = 0; k < ids.length; k++) {
        SliceRequest request = requests.get(k);
        ids[k] = BlockStore.blockId(request.blocks(), request.slice()).name();
        open.put(ids[k], request);
      }
    }
    SparkEnv.get()
        .blockManager()
        .blockTransferService()
        .fetchBlocks(location.host(), location.port(), location.executor(), ids, this, null);
  }

  private void readLocal(SliceRequest request) {
    BlockManager manager = SparkEnv.get().blockManager();
    BlockId id = BlockStore.blockId(request.blocks(), request.slice());
    Option<BlockData> data = manager.getLocalBytes(id);
    if (data.isEmpty()) {
      synchronized (this) {
        lost.add(request.blocks());
      }
      return;
    }
    try {
      copy(data.get().toByteBuffer(), request);
    } finally {
      manager.releaseLockAndDispose(id, data.get(), Option.empty());
    }
  }

  private static void copy(ByteBuffer block, SliceRequest request) {
    block
        .order(BlockStore.ORDER)
        .asFloatBuffer()
        .get(request.target(), request.offset(), request.slice().length());
  }

  @Override
  public void onBlockFetchSuccess(String id, ManagedBuffer data) {
    SliceRequest request;
    synchronized (this) {
      request = open.get(id);
    }
    if (request == null) {
      return;
    }
    try {
      copy(data.nioByteBuffer(), request);
      finish(id, null);
    } catch (Exception failure) {
      finish(id, request.blocks());
    }
  }

  @Override
  public void onBlockFetchFailure(String id, Throwable failure) {
    synchronized (this) {
      SliceRequest request = open.get(id);
      finish(id, request == null ? null : request.blocks());
    }
  }

  private synchronized void finish(String id, VectorBlocks missing) {
    open.remove(id);
    if (missing != null) {
      lost.add(missing);
    }
    lastArrival = System.nanoTime();
    notifyAll();
  }

  private synchronized Set<VectorBlocks> await() throws InterruptedException {
    long timeout = TimeUnit.MILLISECONDS.toNanos(SparkEnv.get().conf().getTimeAsMs(TIMEOUT, "10s"));
    while (!open.isEmpty()) {
      long left = timeout - (System.nanoTime() - lastArrival);
      if (left <= 0) {
        open.values().forEach(request -> lost.add(request.blocks()));
        open.clear();
      } else {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
    return lost;
  }
}
