package io.ergodic.jobs.train.round;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.network.buffer.ManagedBuffer;
import org.apache.spark.storage.BlockData;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.io.ChunkedByteBuffer;
import scala.Option;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The vectors this process holds for others to take pieces of. On an executor they are blocks of
 * Spark's store, a block a piece, as plain floats: in memory, or on the local disk where that is
 * short, and others fetch them as they fetch shuffled data. On a local master they are the vectors
 * themselves.
 */
final class HeldVectors {
  private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);
  private static final Map<Holding, float[][]> OWN = new ConcurrentHashMap<>();
  private static final Map<Holding, List<Cut>> BLOCKS = new ConcurrentHashMap<>();
  private static final Set<Long> TASKS = new HashSet<>();

  private HeldVectors() {}

  /** Holds a worker's vectors, and drops those of earlier rounds. */
  static Holding hold(int training, int round, int worker, List<Cut> cuts, float[]... vectors) {
    BlockManager store = SparkEnv.get().blockManager();
    Holding holding = new Holding(training, round, worker, store.blockManagerId());
    drop(training, round);
    if (store.blockManagerId().isDriver()) {
      OWN.put(holding, vectors);
    } else {
      for (Cut cut : cuts) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * cut.length());
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vectors[cut.vector()], cut.from(), cut.length());
        store.putBytes(
            holding.block(cut),
            new ChunkedByteBuffer(bytes),
            StorageLevel.MEMORY_AND_DISK_SER(),
            false,
            BYTES);
      }
      BLOCKS.put(holding, cuts);
    }
    dropAtEnd(training);
    return holding;
  }

  /** Reads a piece, from this process or its holder, from the start of the target on. */
  static void read(Holding holding, Cut cut, float[] target) throws IOException {
    float[][] own = OWN.get(holding);
    if (own != null) {
      System.arraycopy(own[cut.vector()], cut.from(), target, 0, cut.length());
      return;
    }
    BlockManager store = SparkEnv.get().blockManager();
    BlockManagerId holder = holding.holder();
    BlockId block = holding.block(cut);
    if (!holder.equals(store.blockManagerId())) {
      ManagedBuffer fetched =
          store
              .blockTransferService()
              .fetchBlockSync(
                  holder.host(), holder.port(), holder.executorId(), block.name(), null);
      read(fetched.nioByteBuffer(), cut, target);
      fetched.release();
      return;
    }
    Option<BlockData> local = store.getLocalBytes(block);
    if (local.isEmpty()) {
      throw new IOException("no block " + block + " any more");
    }
    read(local.get().toByteBuffer(), cut, target);
    store.releaseLockAndDispose(block, local.get(), Option.empty());
  }

  private static void read(ByteBuffer bytes, Cut cut, float[] target) {
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(target, 0, cut.length());
  }

  /** Number of workers' vectors held by this process. */
  static int held() {
    return OWN.size() + BLOCKS.size();
  }

  private static void drop(int training, int before) {
    OWN.keySet().removeIf(old -> old.training() == training && old.round() < before);
    BLOCKS.forEach(
        (old, cuts) -> {
          if (old.training() == training && old.round() < before && BLOCKS.remove(old) != null) {
            BlockManager store = SparkEnv.get().blockManager();
            cuts.forEach(cut -> store.removeBlock(old.block(cut), false));
          }
        });
  }

  /** With the last of the crew's tasks here, everything goes. */
  private static void dropAtEnd(int training) {
    TaskContext task = TaskContext.get();
    synchronized (TASKS) {
      if (!TASKS.add(task.taskAttemptId())) {
        return;
      }
    }
    task.addTaskCompletionListener(
        ended -> {
          boolean last;
          synchronized (TASKS) {
            TASKS.remove(ended.taskAttemptId());
            last = TASKS.isEmpty();
          }
          if (last) {
            drop(training, Integer.MAX_VALUE);
          }
        });
  }
}
