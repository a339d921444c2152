package io.ergodic.jobs.transport.standing;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.StorageLevel;
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
public final class BlockStore {
  private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);
  private static final Map<VectorBlocks, Set<Slice>> STORED = new HashMap<>();

  /** Attempt ids of the running Spark tasks that have put blocks, by training. */
  private static final Map<Integer, Set<Long>> TASKS = new HashMap<>();

  private BlockStore() {}

  /** The address of this process's block store. */
  static BlockManagerId location() {
    return SparkEnv.get().blockManager().blockManagerId();
  }

  /**
   * Puts slices of whole vectors; does nothing for a block that is stored already.
   *
   * @param vectors by {@link Slice#vector}
   */
  public static void put(VectorBlocks blocks, List<Slice> slices, float[]... vectors) {
    slices.forEach(slice -> put(blocks, slice, vectors[slice.vector()], slice.from()));
  }

  /**
   * Puts one slice.
   *
   * @param offset index of the slice's first value in the source
   */
  public static void put(VectorBlocks blocks, Slice slice, float[] source, int offset) {
    int training = blocks.training();
    synchronized (STORED) {
      remove(old -> old.training() == training && old.round() < blocks.earliestNeeded());
      if (!STORED.computeIfAbsent(blocks, none -> new HashSet<>()).add(slice)) {
        return;
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * slice.length());
    bytes.order(Slice.ORDER).asFloatBuffer().put(source, offset, slice.length());
    SparkEnv.get()
        .blockManager()
        .putBytes(
            blocks.blockId(slice),
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
  public static void remove(int training) {
    synchronized (STORED) {
      remove(old -> old.training() == training);
    }
  }

  private static void remove(Predicate<VectorBlocks> old) {
    BlockManager manager = SparkEnv.get().blockManager();
    STORED.forEach(
        (blocks, slices) -> {
          if (old.test(blocks)) {
            slices.forEach(slice -> manager.removeBlock(blocks.blockId(slice), false));
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
