package io.ergodic.models.plan;

import org.bytedeco.javacpp.Pointer;

/**
 * Counts the native objects of this process that Java holds. The garbage collector frees what was
 * forgotten some time later, which hides a leak from whoever compares the beginning with the end:
 * here every repetition is watched by itself, and one that leaves more behind than it found is
 * counted.
 */
public final class NativeMemory {
  private NativeMemory() {}

  /** How many of the repetitions have left objects behind. */
  public static int leaking(int repetitions, Runnable work) {
    settle();
    int leaking = 0;
    for (int k = 0; k < repetitions; k++) {
      long before = Pointer.totalCount();
      long bytes = Pointer.totalBytes();
      work.run();
      leaking += Pointer.totalCount() > before || Pointer.totalBytes() > bytes ? 1 : 0;
    }
    return leaking;
  }

  /** What others have forgotten goes now, not in the middle of a count. */
  private static void settle() {
    long before = Long.MAX_VALUE;
    while (Pointer.totalCount() < before) {
      before = Pointer.totalCount();
      System.gc();
      try {
        Thread.sleep(50);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
