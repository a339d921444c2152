package io.ergodic.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.result.Reason;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what happens in a run as lines of JSON, for schedulers: one object a line, each flushed as
 * it is written. The schema is in jobs/docs/progress.md.
 */
public final class ProgressFile implements RunListener {
  /** Raised when a key changes its meaning or goes; new events and keys do not raise it. */
  static final int VERSION = 1;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final BufferedWriter writer;
  private final long start = System.nanoTime();

  private ProgressFile(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens a file to be added to, and writes that a run has started.
   *
   * @throws InvalidInputException when it cannot be written
   */
  public static ProgressFile open(Path file, String suite, String output) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      BufferedWriter writer =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      ProgressFile progress = new ProgressFile(file, writer);
      progress.write("start", "suite", suite, "output", output, "process", pid());
      return progress;
    } catch (IOException failure) {
      throw new InvalidInputException(
          "--progress-file " + file + ": cannot be written (" + Reason.of(failure) + ")", failure);
    }
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  @Override
  public void dataset(GeneratedDataset dataset, boolean made) {
    write(
        "dataset",
        "name",
        dataset.spec().name(),
        "folder",
        dataset.folder().toString(),
        "made",
        made,
        "seconds",
        dataset.seconds());
  }

  @Override
  public void planned(int before, int train, int evaluate) {
    write("plan", "trained_before", before, "to_train", train, "to_evaluate", evaluate);
  }

  @Override
  public void started(TrialSpec trial) {
    write("trial_started", "trial", trial.label(), "hash", trial.hash());
  }

  @Override
  public void postponed(TrialSpec trial, TrialRecord record) {
    write(
        "trial_postponed",
        "trial",
        trial.label(),
        "hash",
        trial.hash(),
        "reason",
        record.errorReason());
  }

  @Override
  public void finished(TrialRecord record) {
    String name =
        String.join(
            "/",
            List.of(
                record.experiment(),
                record.dataset(),
                record.system(),
                String.valueOf(record.seed())));
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    boolean error = record.unfinished();
    write(
        "trial_ended",
        "trial",
        name,
        "hash",
        record.trial(),
        "outcome",
        error ? TrialRecord.ERROR : record.status(),
        "reason",
        error ? record.errorReason() : record.reason(),
        "seconds",
        seconds);
  }

  @Override
  public void running(int trials) {}

  @Override
  public void reported(String report) {
    write("report", "file", report);
  }

  /**
   * The run has ended.
   *
   * @param code the process exits with
   * @param records of all trials of the suite
   */
  public void ended(int code, List<TrialRecord> records) {
    long errors = records.stream().filter(TrialRecord::unfinished).count();
    long failed = records.stream().filter(r -> r.failed() && !r.unfinished()).count();
    end(code, null, records.size() - failed - errors, failed, errors);
  }

  /** The run has ended before its end. */
  public void broken(int code, Throwable failure) {
    end(code, Reason.of(failure), null, null, null);
  }

  private void end(int code, String reason, Long ok, Long failed, Long errors) {
    double seconds = (System.nanoTime() - start) * 1e-9;
    write(
        "end", "code", code, "reason", reason, "ok", ok, "failed", failed, "errors", errors,
        "seconds", seconds);
    try {
      writer.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Keys and values in turn; those without a value are left out. */
  private synchronized void write(String event, Object... facts) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("version", VERSION);
    line.put("event", event);
    line.put(
        "time",
        OffsetDateTime.now()
            .truncatedTo(ChronoUnit.MILLIS)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    for (int i = 0; i < facts.length; i += 2) {
      if (facts[i + 1] != null) {
        line.put((String) facts[i], facts[i + 1]);
      }
    }
    try {
      writer.write(MAPPER.writeValueAsString(line));
      writer.write('\n');
      writer.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "--progress-file " + file + ": " + failure.getMessage(), failure);
    }
  }

  /** Trials are over; the run is not. The file is closed when that has been written. */
  @Override
  public void close() {}
}
