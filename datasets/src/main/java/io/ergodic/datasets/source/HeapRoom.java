package io.ergodic.datasets.source;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Locale;

/** Says before work begins that something cannot fit into this process. */
public final class HeapRoom {
  /** The rest is for everything else. */
  private static final double USABLE = 0.8;

  private HeapRoom() {}

  /** Bytes that one thing may take of the heap of this process. */
  public static long usable() {
    return (long) (USABLE * Runtime.getRuntime().maxMemory());
  }

  /**
   * Throws when so many bytes at once are more than the heap of this process can give.
   *
   * @param what takes them, with a verb: "a trajectory of 1000 samples takes"
   * @param remedy what may be set otherwise
   * @throws InvalidInputException that says what, how much, how much there is, and what to do
   */
  public static void need(String path, String what, double bytes, String remedy) {
    need(path, what, bytes, remedy, Runtime.getRuntime().maxMemory());
  }

  static void need(String path, String what, double bytes, String remedy, double heap) {
    if (bytes > USABLE * heap) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: %s %.1f GB at once, and a process has a heap of %.1f GB; %s, or give it more"
                  + " (--driver-memory of a local run, --executor-memory of a cluster)",
              path,
              what,
              bytes * 1e-9,
              heap * 1e-9,
              remedy));
    }
  }
}
