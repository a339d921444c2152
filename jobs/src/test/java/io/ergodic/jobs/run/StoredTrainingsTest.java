package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.command.Ergodic;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.EditedRecord;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is trained again, and what is not, when a suite changes. */
class StoredTrainingsTest {
  private static final String SUITE =
      """
      name = stored
      datasets {
        lorenz { source = flow, system = Lorenz, length = 2000, transient = 5, seed = 7
                 trajectories { train = 1, validation = 1, test = 1 }, observationNoise = 0.02 }
      }
      systems {
        plrnn { family = shallow-plrnn, hidden = 8, sequenceLength = 20, epochs = 1
                batchesPerEpoch = 5 }
        nvar {}
      }
      experiments {
        first { task = reconstruction, datasets = [lorenz], seeds = [1, 2], systems = [plrnn, nvar]
                metrics = [d_stsp] }
      }
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private SparkSession session;

  @BeforeEach
  void start() {
    session = LocalSpark.start(2);
  }

  @AfterEach
  void stop() {
    session.close();
  }

  /** Two seeds of one, the other without a seed, and the floor. */
  @Test
  void metricsNamesAndSpellingTrainNothingAgain() throws IOException {
    run(SUITE);
    assertThat(said()).contains("stored: 0 trained before, 3 to train, 1 to evaluate");
    TreeMap<String, String> files = models();
    assertThat(files).hasSize(3);
    List<TrialRecord> first = run(SUITE);
    assertThat(said()).contains("3 trained before, 0 to train, 0 to evaluate");

    String two = SUITE.replace("[d_stsp]", "[d_stsp, d_h]");
    List<TrialRecord> both = run(two);
    assertThat(said()).contains("3 trained before, 0 to train, 4 to evaluate");
    assertThat(values(both, "d_stsp")).isEqualTo(values(first, "d_stsp"));

    List<TrialRecord> other =
        run(
            two.replace("first {", "renamed {")
                .replace("hidden = 8,", "hidden = 8, latent = 3,")
                .replace("plrnn {", "mine {")
                .replace("[plrnn,", "[mine,"));
    assertThat(said()).contains("3 trained before, 0 to train, 0 to evaluate");
    assertThat(other).extracting(TrialRecord::experiment).containsOnly("renamed");
    assertThat(other).extracting(TrialRecord::system).contains("mine").doesNotContain("plrnn");
    assertThat(values(other, "d_h")).isEqualTo(values(both, "d_h"));
    assertThat(models()).isEqualTo(files);

    List<TrialRecord> once = run(two, "once", RunOptions.DEFAULT);
    assertThat(values(once, "d_stsp")).isEqualTo(values(both, "d_stsp"));
    assertThat(values(once, "d_h")).as("scored later as at once").isEqualTo(values(both, "d_h"));
  }

  @Test
  void systemsThatAreTheSameAreTrainedOnce() throws IOException {
    List<TrialRecord> records =
        run(
            SUITE
                .replace("nvar {}", "twin = ${systems.plrnn} { latent = 3 }")
                .replace("[plrnn, nvar]", "[plrnn, twin]"));
    assertThat(said()).contains("0 trained before, 2 to train");
    assertThat(records).hasSize(5).extracting(TrialRecord::system).contains("plrnn", "twin");
    assertThat(values(records.subList(3, 5), "d_stsp"))
        .isEqualTo(values(records.subList(1, 3), "d_stsp"));
  }

  @Test
  void aMetricDefinedOtherwiseSinceIsScoredAgain() throws IOException {
    List<TrialRecord> first = run(SUITE);
    said();
    for (Path file : files("trials")) {
      EditedRecord.replace(file, "\"value\":[^,}]+", "\"value\":77");
    }
    assertThat(values(run(SUITE), "d_stsp")).allMatch(value -> value == 77);
    assertThat(said()).contains("0 to evaluate");
    for (Path file : files("trials")) {
      EditedRecord.replace(file, "\"revision\":\\d+", "\"revision\":0");
    }
    assertThat(values(run(SUITE), "d_stsp")).isEqualTo(values(first, "d_stsp"));
    assertThat(said()).contains("3 trained before, 0 to train, 4 to evaluate");
  }

  @Test
  void anotherBuildIsSaidAndRunAgainOnDemand() throws IOException {
    run(SUITE);
    said();
    for (Path file : files("trials")) {
      EditedRecord.replace(file, "\"digest\":\"[^\"]+\"", "\"digest\":\"00\"");
    }
    run(SUITE);
    assertThat(said())
        .contains("3 trained before, 0 to train")
        .contains("3 trials are of another build; --rerun-changed");
    run(SUITE, "out", new RunOptions(false, false, true, Set.of(), false));
    assertThat(said()).contains("0 trained before, 3 to train");
    run(SUITE);
    assertThat(said()).contains("3 trained before").doesNotContain("another build");
  }

  @Test
  void whatIsForgottenIsTrainedAgain() throws IOException {
    run(SUITE);
    said();
    run(SUITE, "out", new RunOptions(false, false, false, Set.of("plrnn"), false));
    assertThat(said()).contains("1 trained before, 2 to train");
    assertThatThrownBy(
            () -> run(SUITE, "out", new RunOptions(false, false, false, Set.of("plrn"), false)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--forget plrn")
        .hasMessageContaining("plrnn");
  }

  /** The weights were deleted: nothing is wrong, but more cannot be asked of them. */
  @Test
  void withoutItsWeightsATrainingIsDoneAgainForMoreMetrics() throws IOException {
    run(SUITE);
    said();
    for (Path file : files("models")) {
      Files.delete(file);
    }
    run(SUITE);
    assertThat(said()).contains("3 trained before, 0 to train, 0 to evaluate");
    run(SUITE.replace("[d_stsp]", "[d_stsp, d_h]"));
    assertThat(said()).contains("0 trained before, 3 to train, 1 to evaluate");
  }

  /** What was scored stays, and the training is repeated for what was not. */
  @Test
  void weightsThatCannotBeReadAreMadeAgainForANewMetric() throws IOException {
    List<TrialRecord> first = run(SUITE);
    Path weights = files("models").get(0);
    byte[] whole = Files.readAllBytes(weights);
    Files.write(weights, new byte[] {1, 2, 3});
    List<TrialRecord> second = run(SUITE.replace("[d_stsp]", "[d_stsp, d_h]"));
    assertThat(values(second, "d_stsp")).isEqualTo(values(first, "d_stsp"));
    assertThat(second).flatExtracting(TrialRecord::scores).noneMatch(score -> score.failed());
    assertThat(weights).hasBinaryContent(whole);
  }

  /** The sequences of one system turn out too long: the others keep what they have. */
  @Test
  void aRunThatIsRefusedLosesNothing() throws IOException {
    run(SUITE);
    for (Path file : files("trials")) {
      EditedRecord.replace(file, "\"digest\":\"[^\"]+\"", "\"digest\":\"00\"");
    }
    List<Path> records = files("trials");
    TreeMap<String, String> weights = models();
    String longer = SUITE.replace("sequenceLength = 20", "sequenceLength = 5000");
    assertThatThrownBy(
            () -> run(longer, "out", new RunOptions(false, false, true, Set.of(), false)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("do not fit");
    assertThat(files("trials")).containsExactlyInAnyOrderElementsOf(records);
    assertThat(models()).isEqualTo(weights);
  }

  @Test
  void whatNoSettingReachesIsDroppedByClean() throws IOException {
    run(SUITE);
    run(SUITE.replace("hidden = 8", "hidden = 9"));
    assertThat(files("trials")).hasSize(6);
    String out = folder.resolve("out").toString();
    assertThat(Ergodic.execute("clean", out, "--dry-run")).isZero();
    assertThat(files("trials")).hasSize(6);
    assertThat(Ergodic.execute("clean", out)).isZero();
    assertThat(files("trials")).hasSize(4);
    assertThat(files("models")).hasSize(3);
    said();
    run(SUITE);
    assertThat(said()).contains("1 trained before, 2 to train");
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() throws IOException {
    dryRun(SUITE);
    assertThat(said())
        .contains("dataset lorenz: would be made")
        .contains("train     first/lorenz/plrnn/1")
        .contains("stored: 0 trained before, 3 to train, 1 to evaluate");
    assertThat(folder).isEmptyDirectory();
    run(SUITE);
    said();
    dryRun(SUITE.replace("hidden = 8", "hidden = 9"));
    assertThat(said())
        .contains("stored: 1 trained before, 2 to train, 0 to evaluate")
        .containsPattern("train +first/lorenz/plrnn/2 +\\d+ +0.0 MB +[0-9.]+ ");
    assertThat(files("trials")).hasSize(4);
  }

  private void dryRun(String suite) throws IOException {
    Configuration configuration = session.sparkContext().hadoopConfiguration();
    new DryRun(
            configuration,
            Suite.read(Settings.parse(suite, "")),
            new OutputFolder(folder.resolve("out").toString(), configuration),
            folder.resolve("data").toString(),
            new PrintStream(shown, true, StandardCharsets.UTF_8))
        .show(RunOptions.DEFAULT);
  }

  private List<TrialRecord> run(String suite) throws IOException {
    return run(suite, "out", RunOptions.DEFAULT);
  }

  private List<TrialRecord> run(String suite, String out, RunOptions options) throws IOException {
    OutputFolder output =
        new OutputFolder(
            folder.resolve(out).toString(), session.sparkContext().hadoopConfiguration());
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    Suite read = Suite.read(Settings.parse(suite, ""));
    return new SuiteRun(
            LateSession.of(session), read, output, folder.resolve("data").toString(), stream)
        .run(options);
  }

  /** What was shown since the last call. */
  private String said() {
    String text = shown.toString(StandardCharsets.UTF_8);
    shown.reset();
    return text;
  }

  private static List<Double> values(List<TrialRecord> records, String metric) {
    return records.stream().map(r -> r.score(metric).map(Score::value).orElseThrow()).toList();
  }

  /** The files of weights with the times they were written. */
  private TreeMap<String, String> models() throws IOException {
    TreeMap<String, String> times = new TreeMap<>();
    for (Path file : files("models")) {
      times.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toString());
    }
    return times;
  }

  private List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out").resolve(name))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
