package io.ergodic.jobs.peer;

import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.RoundListener;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.models.device.Device;
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
  private double wall;
  private Ended last;

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

  /** Ends a round of an epoch. */
  void ended(Ended ended) throws IOException {
    lastOfEpoch(ended);
    pass(null, 0);
  }

  /** Ends the last round of an epoch; its record is passed on by {@link #validated}. */
  void lastOfEpoch(Ended ended) {
    long now = System.nanoTime();
    wall = (now - mark) * MILLI;
    mark = now;
    last = ended;
  }

  /** Says what validation after the epoch has shown; null for none. */
  void validated(Double loss) throws IOException {
    long now = System.nanoTime();
    pass(loss, loss == null ? 0 : (now - mark) * MILLI);
    mark = now;
  }

  private void pass(Double validation, double validating) throws IOException {
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
            Device.CPU.describe(),
            pace * Math.max(0, steps - step),
            List.of());
    for (RoundListener listener : listeners) {
      listener.finished(record);
    }
  }
}
