package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.EditedRecord;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that finds everything done. */
class RerunTest {
  private static final String SUITE =
      """
      name = done
      datasets {
        lorenz { source = flow, system = Lorenz, length = 1000, transient = 5
                 trajectories { train = 1, validation = 1, test = 1 } }
      }
      systems { nvar {}, persistence {} }
      experiments.free { task = reconstruction, datasets = [lorenz], systems = [nvar, persistence]
                         seeds = [1], metrics = [d_stsp] }
      """;
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private static final String PAGE = "report/free.html";

  @TempDir Path folder;

  private List<TrialRecord> first;

  @BeforeEach
  void runOnce() throws IOException {
    try (SparkSession session = LocalSpark.start(2)) {
      first = run(LateSession.of(session));
    }
    // On another master: that is part of what the report says.
    again();
    for (String name : List.of("results.csv", "results.parquet", "report.html", PAGE)) {
      Files.setLastModifiedTime(out(name), LONG_AGO);
    }
  }

  @Test
  void neitherStartsSparkNorWritesTablesAndReport() throws IOException {
    assertThat(again()).isEqualTo(first.stream().map(TrialJson::toJson).toList());
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(written("results.csv")).isFalse();
    assertThat(written("results.parquet")).isFalse();
    assertThat(written("report.html")).isFalse();
    assertThat(written(PAGE)).isFalse();
  }

  @Test
  void whatIsGoneOrNoLongerTrueIsWrittenAgain() throws IOException {
    Files.delete(out(PAGE));
    again();
    assertThat(written(PAGE)).isTrue();
    Files.setLastModifiedTime(out("report.html"), LONG_AGO);
    Path record = out("trials").resolve(first.get(1).trial() + ".json");
    EditedRecord.replace(record, "\"value\":[^,}]+", "\"value\":77.5");
    again();
    assertThat(Files.readString(out("results.csv"))).contains("77.5");
    assertThat(written("report.html")).isTrue();
    Files.setLastModifiedTime(out("report.html"), LONG_AGO);
    again();
    assertThat(written("report.html")).isFalse();
  }

  private List<String> again() throws IOException {
    try (LateSession late = LateSession.of("again")) {
      return run(late).stream().map(TrialJson::toJson).toList();
    }
  }

  private List<TrialRecord> run(LateSession session) throws IOException {
    OutputFolder output =
        new OutputFolder(folder.resolve("out").toString(), session.configuration());
    return new SuiteRun(
            session,
            Suite.read(Settings.parse(SUITE, "")),
            output,
            folder.resolve("data").toString(),
            new PrintStream(OutputStream.nullOutputStream()))
        .run(RunOptions.DEFAULT);
  }

  private boolean written(String name) throws IOException {
    return !Files.getLastModifiedTime(out(name)).equals(LONG_AGO);
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }
}
