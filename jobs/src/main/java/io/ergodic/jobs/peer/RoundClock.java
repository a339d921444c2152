package io.ergodic.jobs.peer;

import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.RoundListener;
import io.ergodic.jobs.train.RoundRecord;
import java.io.IOException;
import java.util.List;

/**
 * Makes the records of a peer's rounds. Of what the driver can see from outside, a round's time
 * begins where the one before ended, so that all an engine does for its rounds is in one of them.
 */
final class RoundClock {
  private static final double MILLI = 1e-6;

  private final List<RoundListener> listeners;
  private final int localSteps;
  private final long steps;
  private final long begin = System.nanoTime();
  private long mark = begin;
  private int round;
  private long step;
  private Ended pending;

  /**
   * @param steps global steps of the whole training
   */
  RoundClock(AveragingEngine.Training training, long steps) {
    this.listeners = training.listeners();
    this.localSteps = training.settings().localSteps();
    this.steps = steps;
  }

  /**
   * A round as it ended; times in milliseconds.
   *
   * @param compute in which steps were taken, at least
   */
  record Ended(
      long steps,
      long examples,
      double loss,
      double broadcast,
      double compute,
      long sent,
      long received) {}

  private double wall;

  /** Ends a round. Its record is passed on with the next call of this or of {@link #validated}. */
  void ended(Ended ended) throws IOException {
    flush(null, 0);
    long now = System.nanoTime();
    wall = (now - mark) * MILLI;
    mark = now;
    pending = ended;
  }

  /** Says what validation after the last round has shown; null for none. */
  void validated(Double loss) throws IOException {
    long now = System.nanoTime();
    flush(loss, loss == null ? 0 : (now - mark) * MILLI);
    mark = now;
  }

  private void flush(Double validation, double validating) throws IOException {
    if (pending == null) {
      return;
    }
    Ended last = pending;
    pending = null;
    round++;
    step += last.steps();
    double compute = Math.min(last.compute(), wall - last.broadcast());
    double pace = (System.nanoTime() - begin) * 1e-9 / step;
    RoundRecord record =
        new RoundRecord(
            round,
            step,
            steps,
            localSteps,
            last.loss(),
            validation,
            last.examples(),
            last.examples() / wall * 1e3,
            last.broadcast(),
            compute,
            0,
            wall - compute - last.broadcast(),
            validating,
            0,
            last.sent(),
            last.received(),
            pace * Math.max(0, steps - step));
    for (RoundListener listener : listeners) {
      listener.finished(record);
    }
  }
}
