package io.ergodic.datasets.storage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The moments at which the death of the process leaves the disk in another state than before. All
 * that changes a stored file or folder says so here first, so that a test can end the process at
 * each of them and look whether the next run takes up what is there. Without such a test nothing
 * happens.
 */
public final class WriteSteps {
  /** System property: the number of the step, from 1, at which this process halts. */
  public static final String HALT_AT = "ergodic.halt-at-write-step";

  /** The exit status of a process that halted: that of one killed by signal 9. */
  public static final int HALTED = 137;

  private static final long HALT = Long.getLong(HALT_AT, 0);
  private static final AtomicLong REACHED = new AtomicLong();
  private static volatile Consumer<String> watcher;

  private WriteSteps() {}

  /**
   * Says which step comes next.
   *
   * @param step such as {@code rename} or {@code delete}
   * @param what the file or folder
   */
  public static void reach(String step, Object what) {
    if (HALT > 0 && REACHED.incrementAndGet() == HALT) {
      System.err.println("halted before write step " + HALT + ": " + step + " " + what);
      Runtime.getRuntime().halt(HALTED);
    }
    Consumer<String> test = watcher;
    if (test != null) {
      test.accept(step + " " + what);
    }
  }

  /**
   * Tells a test of each step, which may throw an error to end what is going on there; as with a
   * dead process, whatever is tidied up after that is told as well.
   *
   * @return closes it
   */
  public static AutoCloseable watch(Consumer<String> test) {
    watcher = test;
    return () -> watcher = null;
  }
}
