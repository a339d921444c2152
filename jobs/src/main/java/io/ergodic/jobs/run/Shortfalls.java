package io.ergodic.jobs.run;

import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.trial.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says which trials have no result or lack a value, why, and how they are run again: those of
 * earlier runs when a run begins, its own when it ends.
 */
final class Shortfalls implements Progress {
  /** Lines of one kind: thousands of trials fail for one reason as a rule. */
  private static final int LINES = 20;

  private final PrintStream out;
  private int failed;
  private int lacking;
  private int errors;

  Shortfalls(PrintStream out) {
    this.out = out;
  }

  /**
   * Says what earlier runs have left.
   *
   * @param left trials that failed, or in some metric, and are left alone
   * @param taken trials that met an error of the machine and are run again
   */
  void before(List<TrialRecord> left, List<TrialRecord> taken) {
    show("failed before", left, " (--retry-failed runs it again)");
    show("error of the machine before", taken, " (run again now)");
  }

  private void show(String what, List<TrialRecord> records, String then) {
    for (TrialRecord record : records.stream().limit(LINES).toList()) {
      out.printf(Locale.ROOT, "%s: %s: %s%s%n", what, name(record), why(record), then);
    }
    if (records.size() > LINES) {
      out.printf(
          Locale.ROOT,
          "%s: %d more, each with its reason in results.csv%s%n",
          what,
          records.size() - LINES,
          then);
    }
  }

  private static String name(TrialRecord record) {
    return String.join(
        "/", record.experiment(), record.dataset(), record.system(), String.valueOf(record.seed()));
  }

  private static String why(TrialRecord record) {
    if (record.reason() != null) {
      return record.reason();
    }
    return record.scores().stream()
        .filter(score -> score.failed() || score.error())
        .map(score -> score.metric() + ": " + score.reason())
        .collect(Collectors.joining("; "));
  }

  @Override
  public void finished(TrialRecord record) {
    if (record.unfinished()) {
      errors++;
    } else if (record.failed()) {
      failed++;
    } else if (record.scores().stream().anyMatch(Score::failed)) {
      lacking++;
    }
  }

  /** Says what this run has left. */
  void after() {
    say(failed, "failed", "--retry-failed runs %s again");
    say(lacking, "lack some value", "--retry-failed computes what %s lacked again");
    say(errors, "met errors of the machine", "they are not ranked, and the next run takes %s up");
  }

  private void say(int count, String what, String then) {
    if (count > 0) {
      String whom = count == 1 ? "it" : "them";
      out.printf(
          Locale.ROOT,
          "%d %s %s (reasons above, in results.csv and in the report); %s%n",
          count,
          count == 1 ? "trial" : "trials",
          what,
          String.format(Locale.ROOT, then, whom));
    }
  }

  @Override
  public void started(TrialSpec trial) {}

  @Override
  public void running(int trials) {}

  @Override
  public void close() {}
}
