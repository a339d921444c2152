package io.ergodic.jobs.train;

import io.ergodic.jobs.train.round.RoundCost;
import io.ergodic.jobs.train.round.RoundResult;
import java.io.IOException;
import java.util.Arrays;

/** Measures the phases of rounds on the driver and tells when a checkpoint is due. */
final class Pace {
  private static final double MILLI = 1e-6;

  private final Progression progression;
  private final AveragingSettings settings;
  private final long begin = System.nanoTime();
  private final long firstStep;
  private long lastCheckpoint = begin;
  private int checkpointRound;
  private double averaging;
  private double validating;
  private double checkpointing;

  Pace(Progression progression, AveragingSettings settings) {
    this.progression = progression;
    this.settings = settings;
    this.firstStep = progression.done();
    this.checkpointRound = progression.state().round();
  }

  /** Work on files. */
  @FunctionalInterface
  interface Storing {
    void run() throws IOException;
  }

  void average(Runnable work) {
    long start = System.nanoTime();
    work.run();
    averaging = (System.nanoTime() - start) * MILLI;
  }

  void validate(Runnable work) {
    long start = System.nanoTime();
    work.run();
    validating = (System.nanoTime() - start) * MILLI;
  }

  void checkpoint(Storing work) throws IOException {
    long start = System.nanoTime();
    work.run();
    checkpointing = (System.nanoTime() - start) * MILLI;
  }

  boolean checkpointDue() {
    AveragingSettings.CheckpointPlan plan = settings.checkpoints();
    int rounds = progression.state().round() - checkpointRound;
    return (plan.rounds() > 0 && rounds >= plan.rounds())
        || (System.nanoTime() - lastCheckpoint) * 1e-9 >= plan.interval();
  }

  void checkpointed() {
    lastCheckpoint = System.nanoTime();
    checkpointRound = progression.state().round();
  }

  RoundRecord record(RoundResult result) {
    TrainingState state = progression.state();
    RoundCost cost = result.cost();
    double pace = (System.nanoTime() - begin) * 1e-9 / (progression.done() - firstStep);
    boolean validated = progression.validatedNow();
    return new RoundRecord(
        state.round(),
        progression.done(),
        progression.steps(),
        settings.localSteps(state.round() - 1),
        Arrays.stream(result.losses()).average().orElseThrow(),
        validated ? (Double) state.lastValidation() : null,
        result.examples(),
        result.examples() / (cost.wall() + averaging) * 1e3,
        cost.broadcast(),
        cost.compute(),
        cost.reduce() + averaging,
        cost.idle(),
        validating,
        checkpointing,
        cost.sent(),
        cost.received(),
        String.join("; ", result.devices()),
        progression.finished() ? 0 : pace * (progression.steps() - progression.done()),
        cost.workers());
  }
}
