package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.models.training.Accumulation;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One pass of merged statistics, on data of five leaves. */
class SolverJobTest {
  private static final String SUITE =
      """
      name = spread
      datasets {
        long { source = flow, system = Lorenz, length = 160000, transient = 5, seed = 7
               trajectories { train = 1, validation = 1, test = 1 }, observationNoise = 0.02 }
      }
      systems { nvar { SPREAD } }
      experiments {
        e { task = reconstruction, datasets = [long], systems = [nvar], metrics = [pe_20]
            floor = false }
      }
      """;

  @TempDir static Path folder;

  private static SparkSession session;
  private static JavaSparkContext spark;
  private static org.apache.hadoop.fs.Path data;

  @BeforeAll
  static void start() throws IOException {
    session = LocalSpark.start(2);
    spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    var specs = Suite.datasets(Settings.parse(SUITE.replace("SPREAD", ""), ""));
    data =
        new DatasetJob(spark, new org.apache.hadoop.fs.Path(folder.resolve("data").toUri()))
            .ensure(specs.get("long"));
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  private static FamilySource source(String family, String settings, String task, String asked)
      throws IOException {
    return new FamilySource(
        family,
        Settings.parse(settings, family).json(),
        "systems." + family,
        task,
        Settings.parse(asked, task).json(),
        data.toString(),
        new DatasetReader(new Configuration()).manifest(data).hash(),
        "",
        1,
        1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nvar", "ridge", "climatology"})
  void anyNumberOfTasksGivesTheBitsOfOneMachine(String family) throws IOException {
    boolean rows = family.equals("ridge");
    FamilySource source =
        source(
            family,
            "",
            rows ? "forecasting" : "reconstruction",
            rows ? "lookback = 6, horizon = 2" : "");
    var solved = source.solved(new Configuration());
    assertThat(Accumulation.leaves(solved.batches())).isEqualTo(5);
    double[] alone;
    try (Trained trained = new LocalTrainer(1, Deadline.none()).train(solved)) {
      alone = trained.weights().doubles();
    }
    assertThat(alone).isNotEmpty();
    for (int tasks : new int[] {1, 2, 3, 5, 40}) {
      try (Trained spread = SolverJob.fit(spark, source, tasks, 1000)) {
        assertThat(spread.weights().doubles()).as(tasks + " tasks").isEqualTo(alone);
      }
    }
  }

  /** How the pass is shared is no part of what a trial is. */
  @Test
  void aTrialThatIsSpreadIsTheTrialThatIsNot() throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    List<TrialRecord> spread = run("spread { tasks = 3 }", "spread", shown);
    List<TrialRecord> alone = run("", "alone", shown);
    assertThat(spread.get(0).failed()).as(spread.get(0).reason()).isFalse();
    assertThat(spread.get(0).trial()).isEqualTo(alone.get(0).trial());
    assertThat(spread.get(0).scores()).isEqualTo(alone.get(0).scores());
    shown.reset();
    run("", "spread", shown);
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("1 trained before, 0 to train");
  }

  private static List<TrialRecord> run(String spread, String out, ByteArrayOutputStream shown)
      throws IOException {
    return new SuiteRun(
            LateSession.of(session),
            Suite.read(Settings.parse(SUITE.replace("SPREAD", spread), "")),
            new OutputFolder(folder.resolve(out).toString(), new Configuration()),
            folder.resolve("data").toString(),
            new PrintStream(shown, true, StandardCharsets.UTF_8))
        .run(RunOptions.DEFAULT);
  }

  @Test
  void whatIsTrainedByStepsIsNotSpread() {
    String stepped =
        SUITE.replace("nvar { SPREAD }", "nvar { family = shallow-plrnn, spread { tasks = 2 } }");
    assertThatThrownBy(
            () ->
                new SuiteRun(
                        LateSession.of(session),
                        Suite.read(Settings.parse(stepped, "")),
                        new OutputFolder(folder.resolve("no").toString(), new Configuration()),
                        folder.resolve("data").toString(),
                        new PrintStream(new ByteArrayOutputStream(), true))
                    .run(RunOptions.DEFAULT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("systems.nvar.spread: shallow-plrnn is trained by steps");
  }
}
