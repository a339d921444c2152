package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.operator.FunctionSample;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.trial.FigureStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of data beside series and images, from the generator to the report. */
class KindsRunTest {
  private static final String DATASETS =
      """
      name = kinds
      datasets {
        heat { source = heat, points = 16, seed = 1
               functions { train = 100, validation = 10, test = 20 } }
        flows { source = attractor-series, classes = 3, length = 48, noise = 0, shards = 2, seed = 5
                perClass { train = 32, validation = 8, test = 16 } }
      }
      """;

  @TempDir Path folder;

  private static SparkSession session;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private List<TrialRecord> run(String suite) throws IOException {
    return new SuiteRun(
            LateSession.of(session),
            Suite.read(Settings.parse(DATASETS + suite, "")),
            new OutputFolder(folder.resolve("out").toString(), new Configuration(false)),
            folder.resolve("data").toString(),
            new PrintStream(OutputStream.nullOutputStream()))
        .run(RunOptions.DEFAULT).stream().filter(record -> record.role() == Role.MODEL).toList();
  }

  private static double value(TrialRecord record, String metric) {
    assertThat(record.failed()).as(record.reason()).isFalse();
    return record.score(metric).orElseThrow().value();
  }

  /** The solution operator of the heat equation is linear, so ridge regression finds it. */
  @Test
  void ridgeFindsTheOperatorOfHeat() throws IOException {
    List<TrialRecord> records =
        run(
            """
            systems { ridge-operator {} }
            experiments.heat { task = operator, datasets = [heat], systems = [ridge-operator] }
            """);
    TrialRecord ridge = records.get(0);
    assertThat(value(ridge, "relative_l2")).isLessThan(1e-5);
    assertThat(value(ridge, "relative_h1")).isLessThan(1e-4);
    List<Artefact> drawn =
        new FigureStore(
                new org.apache.hadoop.fs.Path(folder.resolve("out").toUri()),
                new Configuration(false))
            .of(ridge).stream().filter(FunctionSample.class::isInstance).toList();
    assertThat(drawn).hasSize(3);
    FunctionSample first = (FunctionSample) drawn.get(0);
    assertThat(first.grid()).hasSize(16);
    assertThat(first.prediction()[5]).isCloseTo(first.truth()[5], within(1e-4f));
    assertThat(Files.readString(folder.resolve("out/report/heat.html"))).contains("Functions");
  }

  @Test
  void seriesAreClassifiedByNetworksForestsAndWorkersOnTheirOwnShards() throws IOException {
    List<TrialRecord> records =
        run(
            """
            systems {
              gru { recipe = gru-classifier, stages.1.layer.width = 16, head = { kind = mean, norm = none }, epochs = 20, batch = 8 }
              workers { recipe = gru-classifier, stages.1.layer.width = 16, head = { kind = mean, norm = none }, epochs = 20, batch = 8
                        averaging { workers = 2, localSteps = 2, data = own } }
              random-forest { trees = 20 }
            }
            experiments.flows { task = classification, datasets = [flows], metrics = [accuracy]
                                systems = [gru, workers, random-forest] }
            """);
    assertThat(records).hasSize(3);
    for (TrialRecord record : records) {
      assertThat(value(record, "accuracy")).as(record.system()).isGreaterThan(0.5);
    }
  }

  @Test
  void aModelOfAnotherKindIsRefusedBeforeAnyData() {
    assertThatThrownBy(
            () ->
                run(
                    """
                    systems { cnn {} }
                    experiments.flows { task = classification, datasets = [flows], systems = [cnn] }
                    """))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cnn")
        .hasMessageContaining("flows")
        .hasMessageContaining("image");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aTaskOfAnotherKindIsRefused() {
    assertThatThrownBy(
            () ->
                run(
                    """
                    systems { ridge {} }
                    experiments.x { task = forecasting, datasets = [heat], systems = [ridge]
                                    forecasting { lookback = 8, horizon = 8 } }
                    """))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("dataset heat holds functions")
        .hasMessageContaining("need series");
  }
}
