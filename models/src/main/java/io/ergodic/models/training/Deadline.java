package io.ergodic.models.training;

/** A point in time after which a trial is stopped and counted as failed. */
public final class Deadline {
  private final long end;
  private final double seconds;

  private Deadline(double seconds, long end) {
    this.seconds = seconds;
    this.end = end;
  }

  public static Deadline in(double seconds) {
    return new Deadline(seconds, System.nanoTime() + (long) (seconds * 1e9));
  }

  public static Deadline none() {
    return new Deadline(Double.POSITIVE_INFINITY, Long.MAX_VALUE);
  }

  /** Throws when the time is over; {@code phase} says what was under way. */
  public void check(String phase) {
    if (seconds != Double.POSITIVE_INFINITY && System.nanoTime() - end > 0) {
      throw new TrainingFailedException("time limit of " + seconds + " s passed during " + phase);
    }
  }

  /** Seconds that are left, never below 0; infinite where there is no limit. */
  public double secondsLeft() {
    return seconds == Double.POSITIVE_INFINITY
        ? seconds
        : Math.max(0, (end - System.nanoTime()) * 1e-9);
  }
}
