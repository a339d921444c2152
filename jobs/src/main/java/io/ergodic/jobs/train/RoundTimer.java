package io.ergodic.jobs.train;

import io.ergodic.jobs.train.round.RoundCost;
import io.ergodic.jobs.train.round.RoundResult;
import java.io.IOException;
import java.util.Arrays;

/** Measures the phases of a round on the driver, and decides when a checkpoint is due. */
final class RoundTimer {
  private static final double MILLI = 1e-6;

  private final TrainingProgress progress;
  private final AveragingSettings settings;
  private final long begin = System.nanoTime();
  private final long firstStep;
  private long lastCheckpoint = begin;
  private int checkpointRound;
  private double averaging;
  private double validating;
  private double checkpointing;

  RoundTimer(TrainingProgress progress, AveragingSettings settings) {
    this.progress = progress;
    this.settings = settings;
    this.firstStep = progress.done();
    this.checkpointRound = progress.state().round();
  }

  /** An action on files. */
  @FunctionalInterface
  interface FileAction {
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

  void checkpoint(FileAction work) throws IOException {
    long start = System.nanoTime();
    work.run();
    checkpointing = (System.nanoTime() - start) * MILLI;
  }

  boolean checkpointDue() {
    AveragingSettings.CheckpointPlan plan = settings.checkpoints();
    int rounds = progress.state().round() - checkpointRound;
    return (plan.rounds() > 0 && rounds >= plan.rounds())
        || (System.nanoTime() - lastCheckpoint) * 1e-9 >= plan.interval();
  }

  void checkpointed() {
    lastCheckpoint = System.nanoTime();
    checkpointRound = progress.state().round();
  }

  RoundRecord record(RoundResult result) {
    TrainingState state = progress.state();
    RoundCost cost = result.cost();
    double secondsPerStep = (System.nanoTime() - begin) * 1e-9 / (progress.done() - firstStep);
    boolean validated = progress.validatedNow();
    return new RoundRecord(
        state.round(),
        progress.done(),
        progress.steps(),
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
        progress.finished() ? 0 : secondsPerStep * (progress.steps() - progress.done()),
        cost.workers());
  }
}
