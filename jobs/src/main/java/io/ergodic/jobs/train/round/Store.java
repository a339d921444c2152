package io.ergodic.jobs.train.round;

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
 * Pieces of vectors in this process, for others to fetch: blocks of Spark's store, plain floats, in
 * memory, or on the local disk where that is short. What is too old to be asked for goes when
 * something new comes; everything goes with the last task of the training here.
 */
final class Store {
  private static final ClassTag<byte[]> BYTES = ClassTag$.MODULE$.apply(byte[].class);
  private static final Map<Holding, Set<Cut>> HELD = new HashMap<>();

  /** Tasks here that have held something, by training. */
  private static final Map<Integer, Set<Long>> TASKS = new HashMap<>();

  private Store() {}

  /** This process, as others find it. */
  static BlockManagerId here() {
    return SparkEnv.get().blockManager().blockManagerId();
  }

  /**
   * Keeps pieces; what is held already is the same.
   *
   * @param vectors whole
   */
  static void hold(Holding holding, List<Cut> cuts, float[]... vectors) {
    cuts.forEach(cut -> hold(holding, cut, vectors[cut.vector()], cut.from()));
  }

  /**
   * Keeps a piece.
   *
   * @param at index of its first value in the source
   */
  static void hold(Holding holding, Cut cut, float[] source, int at) {
    int training = holding.training();
    synchronized (HELD) {
      drop(old -> old.training() == training && old.round() < holding.needed());
      if (!HELD.computeIfAbsent(holding, none -> new HashSet<>()).add(cut)) {
        return;
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * cut.length());
    bytes.order(Cut.ORDER).asFloatBuffer().put(source, at, cut.length());
    SparkEnv.get()
        .blockManager()
        .putBytes(
            holding.block(cut),
            new ChunkedByteBuffer(bytes),
            StorageLevel.MEMORY_AND_DISK_SER(),
            false,
            BYTES);
    TaskContext task = TaskContext.get();
    if (task != null) {
      dropAfter(task, training);
    }
  }

  /** Drops all of a training. */
  static void drop(int training) {
    synchronized (HELD) {
      drop(old -> old.training() == training);
    }
  }

  private static void drop(Predicate<Holding> old) {
    BlockManager blocks = SparkEnv.get().blockManager();
    HELD.forEach(
        (holding, cuts) -> {
          if (old.test(holding)) {
            cuts.forEach(cut -> blocks.removeBlock(holding.block(cut), false));
          }
        });
    HELD.keySet().removeIf(old);
  }

  private static void dropAfter(TaskContext task, int training) {
    synchronized (TASKS) {
      if (!TASKS.computeIfAbsent(training, none -> new HashSet<>()).add(task.taskAttemptId())) {
        return;
      }
    }
    TaskCompletionListener listener = ended -> ended(ended.taskAttemptId(), training);
    task.addTaskCompletionListener(listener);
  }

  private static void ended(long task, int training) {
    synchronized (TASKS) {
      Set<Long> others = TASKS.get(training);
      others.remove(task);
      if (!others.isEmpty()) {
        return;
      }
      TASKS.remove(training);
    }
    drop(training);
  }
}
