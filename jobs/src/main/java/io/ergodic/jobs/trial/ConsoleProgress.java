package io.ergodic.jobs.trial;

import io.ergodic.evaluation.report.Numbers;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.RoundRecord;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal; a line a finished trial everywhere else. */
public final class ConsoleProgress implements Progress {
  private static final long NOTE_NANOSECONDS = 5_000_000_000L;

  private final PrintStream out;
  private final int total;
  private final long start = System.nanoTime();
  private final ProgressBar bar;
  private int done;
  private int failed;
  private int errors;
  private int running;
  private long lastNote = start;

  public ConsoleProgress(PrintStream out, int total, boolean terminal) {
    this.out = out;
    this.total = total;
    this.bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName("trials")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build()
            : null;
  }

  @Override
  public void finished(TrialRecord record) {
    done++;
    failed += record.failed() ? 1 : 0;
    errors += record.unfinished() ? 1 : 0;
    if (bar != null) {
      bar.stepTo(done);
    }
    if (bar == null || record.failed() || record.unfinished()) {
      out.println(line(record));
    }
    if (record.floor()) {
      record
          .notes()
          .forEach(
              note ->
                  out.println(record.experiment() + "/" + record.dataset() + "  WARNING: " + note));
    }
  }

  private String line(TrialRecord record) {
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    String name =
        record.experiment() + "/" + record.dataset() + "/" + record.system() + "/" + record.seed();
    String outcome =
        record.unfinished()
            ? "ERROR: " + record.errorReason()
            : record.failed()
                ? "FAILED: " + record.reason()
                : String.format(Locale.ROOT, "%.1f s", seconds);
    return String.format(
        Locale.ROOT,
        "[%d/%d] %s  %s  (%d running, %s, about %s left)",
        done,
        total,
        name,
        outcome,
        running,
        troubles(),
        left());
  }

  private String troubles() {
    return failed + " failed" + (errors > 0 ? ", " + Numbers.plural(errors, "error") : "");
  }

  @Override
  public void postponed(TrialSpec trial, TrialRecord record) {
    out.println(
        trial.label()
            + "  error of the machine: "
            + record.errorReason()
            + "  (tried again when the others are done)");
  }

  private String left() {
    double elapsed = (System.nanoTime() - start) * 1e-9;
    return duration(Math.round(elapsed / Math.max(1, done) * (total - done)));
  }

  private static String duration(long seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    return duration.toMinutes() > 0
        ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
        : seconds + " s";
  }

  @Override
  public void running(int trials) {
    running = trials;
    if (bar != null) {
      bar.setExtraMessage(running + " running, " + troubles());
    }
  }

  /** Beside the bar; without one, a line now and then. */
  @Override
  public void round(TrialSpec trial, RoundRecord round) {
    long now = System.nanoTime();
    if (bar != null) {
      bar.setExtraMessage(line(trial, round));
    } else if (now - lastNote >= NOTE_NANOSECONDS) {
      lastNote = now;
      out.println("  " + line(trial, round));
    }
  }

  @Override
  public void note(String text) {
    out.println(text);
  }

  private static String line(TrialSpec trial, RoundRecord round) {
    long rounds = trial.system().averaging().map(a -> a.rounds(round.steps())).orElse(0L);
    return String.format(
        Locale.ROOT,
        "%s: round %d of %d, loss %.4g%s, %.0f examples/s, about %s left",
        trial.label(),
        round.round(),
        Math.max(rounds, round.round()),
        round.loss(),
        round.validation() == null
            ? ""
            : String.format(Locale.ROOT, " (validation %.4g)", round.validation()),
        round.examplesPerSecond(),
        duration(Math.round(round.secondsLeft())));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
