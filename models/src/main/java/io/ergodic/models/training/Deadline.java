package io.ergodic.models.training;

/** A point in time after which a trial is stopped and counted as failed. */
public final class Deadline {
  private final long start = System.nanoTime();
  private final double seconds;
  private volatile double before;

  private Deadline(double seconds) {
    this.seconds = seconds;
  }

  public static Deadline in(double seconds) {
    return new Deadline(seconds);
  }

  public static Deadline none() {
    return new Deadline(Double.POSITIVE_INFINITY);
  }

  /** Counts time that an earlier run of the same training has taken. */
  public void spent(double earlier) {
    before += earlier;
  }

  /** Seconds since it was made, and those of earlier runs. */
  public double elapsed() {
    return before + (System.nanoTime() - start) * 1e-9;
  }

  /** Throws when the time is over; {@code phase} says what was under way. */
  public void check(String phase) {
    if (elapsed() > seconds) {
      throw new TrainingFailedException("time limit of " + seconds + " s passed during " + phase);
    }
  }

  /** Seconds that are left, never below 0; infinite where there is no limit. */
  public double secondsLeft() {
    return Math.max(0, seconds - elapsed());
  }
}
