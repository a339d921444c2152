package io.ergodic.jobs.testing;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.RunListener;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Runs suites below one folder, and keeps what they say. */
public final class SuiteRunner {
  private final Path folder;
  private final RunListener listener;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  public SuiteRunner(Path folder) {
    this(folder, RunListener.none());
  }

  /** One that tells somebody. */
  public SuiteRunner(Path folder, RunListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /** On two threads. */
  public List<TrialRecord> run(String suite, String out) throws IOException {
    return run(suite, out, "data", RunOptions.DEFAULT);
  }

  public List<TrialRecord> run(String suite, String out, String data, RunOptions options)
      throws IOException {
    try (SparkSession session = LocalSpark.start(2)) {
      return run(session, suite, out, data, options);
    }
  }

  public List<TrialRecord> run(
      SparkSession session, String suite, String out, String data, RunOptions options)
      throws IOException {
    OutputFolder output =
        new OutputFolder(
            folder.resolve(out).toString(), session.sparkContext().hadoopConfiguration());
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    Suite read = Suite.read(Settings.parse(suite, ""));
    return new SuiteRun(
            LateSession.of(session),
            read,
            output,
            folder.resolve(data).toString(),
            stream,
            listener)
        .run(options);
  }

  /** All that was said since it was last forgotten. */
  public String log() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  public void forgetLog() {
    shown.reset();
  }

  /** The columns dataset to published of the results, which no clock enters. */
  public List<String> values(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve("results.csv")).stream()
        .map(line -> line.split(",", -1))
        .map(cells -> String.join(",", List.of(cells).subList(0, 7)))
        .toList();
  }
}
