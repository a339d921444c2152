package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.transport.BlockLocation;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.VectorBlocks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.storage.StreamBlockId;
import org.apache.spark.util.TaskCompletionListener;
import org.apache.spark.util.io.ChunkedByteBuffer;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Puts slices of vectors into this process's Spark block store, from which other processes fetch
 * them. A block has the slice's float32 values, in memory, or on the local disk when memory is
 * short. A put removes the training's blocks that are too old to be fetched; the end of the
 * training's last Spark task in this process removes all.
 */
final class BlockStore {
  private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);
  private static final int SLICE_BITS = 22;
  private static final int WORKER_BITS = Integer.bitCount(VectorBlocks.ROUND_INPUT);

  /** Byte order of the float32 values in a block. */
  static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private static final Map<VectorBlocks, Set<Slice>> STORED = new HashMap<>();

  /** Attempt ids of the running Spark tasks that have put blocks, by training. */
  private static final Map<Integer, Set<Long>> TASKS = new HashMap<>();

  private BlockStore() {}

  /** The address of this process's block store. */
  static BlockLocation location() {
    BlockManagerId id = SparkEnv.get().blockManager().blockManagerId();
    return new BlockLocation(id.executorId(), id.host(), id.port());
  }

  /** The id of a slice's block; no other part of Ergodic has stream blocks. */
  static StreamBlockId blockId(VectorBlocks blocks, Slice slice) {
    long vector = (long) blocks.round() << WORKER_BITS | blocks.worker();
    return new StreamBlockId(blocks.training(), vector << SLICE_BITS | slice.index());
  }

  /** The earliest round whose blocks may still be fetched once these blocks exist. */
  private static int earliestNeeded(VectorBlocks blocks) {
    // When a worker's blocks are lost, its steps are repeated from the input of the same round.
    return blocks.worker() == VectorBlocks.ROUND_INPUT ? blocks.round() - 1 : blocks.round();
  }

  /**
   * Puts a slice; does nothing when it is stored already.
   *
   * @param offset index of the slice's first value in the source
   */
  static void put(VectorBlocks blocks, Slice slice, float[] source, int offset) {
    int training = blocks.training();
    synchronized (STORED) {
      remove(old -> old.training() == training && old.round() < earliestNeeded(blocks));
      if (!STORED.computeIfAbsent(blocks, none -> new HashSet<>()).add(slice)) {
        return;
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * slice.length());
    bytes.order(ORDER).asFloatBuffer().put(source, offset, slice.length());
    SparkEnv.get()
        .blockManager()
        .putBytes(
            blockId(blocks, slice),
            new ChunkedByteBuffer(bytes),
            StorageLevel.MEMORY_AND_DISK_SER(),
            false,
            BYTES);
    TaskContext task = TaskContext.get();
    if (task != null) {
      removeAfter(task, training);
    }
  }

  /** Removes all blocks of a training. */
  static void remove(int training) {
    synchronized (STORED) {
      remove(old -> old.training() == training);
    }
  }

  private static void remove(Predicate<VectorBlocks> old) {
    BlockManager manager = SparkEnv.get().blockManager();
    STORED.forEach(
        (blocks, slices) -> {
          if (old.test(blocks)) {
            slices.forEach(slice -> manager.removeBlock(blockId(blocks, slice), false));
          }
        });
    STORED.keySet().removeIf(old);
  }

  private static void removeAfter(TaskContext task, int training) {
    synchronized (TASKS) {
      if (!TASKS.computeIfAbsent(training, none -> new HashSet<>()).add(task.taskAttemptId())) {
        return;
      }
    }
    TaskCompletionListener listener = ended -> taskEnded(ended.taskAttemptId(), training);
    task.addTaskCompletionListener(listener);
  }

  private static void taskEnded(long task, int training) {
    synchronized (TASKS) {
      Set<Long> others = TASKS.get(training);
      others.remove(task);
      if (!others.isEmpty()) {
        return;
      }
      TASKS.remove(training);
    }
    remove(training);
  }
}
