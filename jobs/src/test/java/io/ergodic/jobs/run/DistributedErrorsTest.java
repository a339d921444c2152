package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.StrickenFamily;
import io.ergodic.jobs.testing.StrickenForest;
import io.ergodic.jobs.testing.SuiteRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in the tasks of trainings that are Spark jobs themselves. */
class DistributedErrorsTest {
  private static final String AVERAGED =
      """
      name = spread
      datasets.lorenz { source = flow, system = Lorenz, length = 500, transient = 5, seed = 7
                        trajectories { train = 1, validation = 1, test = 1 } }
      systems.a { family = stricken, ERROR
                  averaging { workers = 2, localSteps = 2, transport = TRANSPORT } }
      experiments.free { task = reconstruction, datasets = [lorenz], systems = [a]
                         metrics = [pe_1], floor = false }
      """;
  private static final String MLLIB =
      """
      name = forest
      datasets.series { source = attractor-series, classes = 3, length = 32
                        perClass { train = 10, validation = 2, test = 4 } }
      systems.a { family = stricken-forest, ERROR }
      experiments.classes { task = classification, datasets = [series], systems = [a]
                            metrics = [accuracy], floor = false }
      """;

  @TempDir Path folder;

  private SuiteRunner runner;

  @BeforeEach
  void heal() {
    StrickenFamily.heal();
    StrickenForest.heal();
    runner = new SuiteRunner(folder);
  }

  /** The pool of standing tasks starts another job by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"standing", "jobs"})
  void memoryThatRunsOutInARoundIsTriedAgain(String transport) throws IOException {
    String suite = AVERAGED.replace("TRANSPORT", transport);
    TrialRecord record = only(suite.replace("ERROR", "error = memory, times = 1"));
    assertThat(record.status()).isEqualTo(TrialRecord.OK);
    if (transport.equals("jobs")) {
      assertThat(runner.log()).contains("free/lorenz/a/1  error of the machine: round 1 failed: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standing", "jobs"})
  void memoryThatHasRunOutForGoodIsAnError(String transport) throws IOException {
    String suite = AVERAGED.replace("TRANSPORT", transport);
    TrialRecord record = only(suite.replace("ERROR", "error = memory, times = 1000"));
    assertThat(record.status()).isEqualTo(TrialRecord.ERROR);
    assertThat(record.reason()).contains("round 1 failed: ", "OutOfMemoryError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"standing", "jobs"})
  void aModelThatThrowsInARoundHasFailed(String transport) throws IOException {
    String suite = AVERAGED.replace("TRANSPORT", transport);
    TrialRecord record = only(suite.replace("ERROR", "error = throws, times = 1000"));
    assertThat(record.status()).isEqualTo(TrialRecord.FAILED);
    assertThat(record.reason())
        .isEqualTo("round 1 failed: java.lang.IllegalStateException: not today");
    assertThat(runner.log()).doesNotContain("error of the machine");
  }

  @Test
  void memoryThatRunsOutInMllibIsTriedAgain() throws IOException {
    assertThat(only(MLLIB.replace("ERROR", "error = memory, times = 1")).status())
        .isEqualTo(TrialRecord.OK);
    assertThat(runner.log())
        .contains("error of the machine: ", "java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void whatStaysInMllibIsAnErrorAndWhatThrowsAFailure() throws IOException {
    TrialRecord error = only(MLLIB.replace("ERROR", "error = memory, times = 1000"));
    assertThat(error.status()).isEqualTo(TrialRecord.ERROR);
    assertThat(error.notes()).contains("tried 3 times, the last 2 with nothing beside it");
    StrickenForest.heal();
    TrialRecord failed = only(MLLIB.replace("ERROR", "error = throws, times = 1000"));
    assertThat(failed.status()).isEqualTo(TrialRecord.FAILED);
    assertThat(failed.reason()).contains("IllegalStateException: not today");
  }

  private TrialRecord only(String suite) throws IOException {
    List<TrialRecord> records = runner.run(suite, "out");
    assertThat(records).hasSize(1);
    return records.get(0);
  }
}
