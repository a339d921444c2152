package io.ergodic.models.device;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the vectors of parameters or optimiser state that this process has copied between a GPU
 * and its heap. A step has none; the boundary of a round has one of each, both ways.
 */
public final class HostCopies {
  private static final AtomicLong COUNT = new AtomicLong();

  private HostCopies() {}

  /** Counts one. */
  public static void add() {
    COUNT.incrementAndGet();
  }

  /** How many there have been. */
  public static long count() {
    return COUNT.get();
  }
}
