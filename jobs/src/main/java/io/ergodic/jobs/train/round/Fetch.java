package io.ergodic.jobs.train.round;

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
import org.apache.spark.storage.BlockManagerId;
import scala.Option;

/**
 * Brings pieces of vectors from the stores of processes, all at the same time, over the connections
 * by which Spark fetches shuffled data. Each is copied to its place as it arrives. A holder that
 * answers with an error, or is awaited when nothing has come for a while, counts as lost; the while
 * is Spark's setting {@code spark.ergodic.training.fetchTimeout}, 10s.
 */
final class Fetch implements BlockFetchingListener {
  private static final String QUIET = "spark.ergodic.training.fetchTimeout";

  private final Map<String, Piece> open = new HashMap<>();
  private final Set<Holding> lost = new LinkedHashSet<>();
  private long last = System.nanoTime();

  private Fetch() {}

  /**
   * A piece and where it goes.
   *
   * @param at index of its first value in the target
   */
  record Piece(Holding holding, Cut cut, float[] target, int at) {}

  /** Brings all pieces, and returns what could not be had. */
  static Set<Holding> all(List<Piece> pieces) throws InterruptedException {
    Fetch fetch = new Fetch();
    BlockManagerId here = Store.here();
    Map<BlockManagerId, List<Piece>> remote = new LinkedHashMap<>();
    List<Piece> own = new ArrayList<>();
    for (Piece piece : pieces) {
      BlockManagerId holder = piece.holding().holder();
      if (holder.equals(here)) {
        own.add(piece);
      } else {
        remote.computeIfAbsent(holder, none -> new ArrayList<>()).add(piece);
      }
    }
    remote.forEach(fetch::request);
    // While the others are on their way.
    own.forEach(fetch::read);
    return fetch.await();
  }

  private void request(BlockManagerId holder, List<Piece> pieces) {
    String[] blocks = new String[pieces.size()];
    synchronized (this) {
      for (int k = 0; k < blocks.length; k++) {
        Piece piece = pieces.get(k);
        blocks[k] = piece.holding().block(piece.cut()).name();
        open.put(blocks[k], piece);
      }
    }
    SparkEnv.get()
        .blockManager()
        .blockTransferService()
        .fetchBlocks(holder.host(), holder.port(), holder.executorId(), blocks, this, null);
  }

  private void read(Piece piece) {
    BlockManager store = SparkEnv.get().blockManager();
    BlockId block = piece.holding().block(piece.cut());
    Option<BlockData> data = store.getLocalBytes(block);
    if (data.isEmpty()) {
      synchronized (this) {
        lost.add(piece.holding());
      }
      return;
    }
    try {
      piece.cut().read(data.get().toByteBuffer(), piece.target(), piece.at());
    } finally {
      store.releaseLockAndDispose(block, data.get(), Option.empty());
    }
  }

  @Override
  public void onBlockFetchSuccess(String block, ManagedBuffer data) {
    Piece piece;
    synchronized (this) {
      piece = open.get(block);
    }
    if (piece == null) {
      return;
    }
    try {
      piece.cut().read(data.nioByteBuffer(), piece.target(), piece.at());
      closed(block, null);
    } catch (Exception failure) {
      closed(block, piece.holding());
    }
  }

  @Override
  public void onBlockFetchFailure(String block, Throwable failure) {
    synchronized (this) {
      Piece piece = open.get(block);
      closed(block, piece == null ? null : piece.holding());
    }
  }

  private synchronized void closed(String block, Holding missing) {
    open.remove(block);
    if (missing != null) {
      lost.add(missing);
    }
    last = System.nanoTime();
    notifyAll();
  }

  private synchronized Set<Holding> await() throws InterruptedException {
    long quiet = TimeUnit.MILLISECONDS.toNanos(SparkEnv.get().conf().getTimeAsMs(QUIET, "10s"));
    while (!open.isEmpty()) {
      long left = quiet - (System.nanoTime() - last);
      if (left <= 0) {
        open.values().forEach(piece -> lost.add(piece.holding()));
        open.clear();
      } else {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }
    return lost;
  }
}
