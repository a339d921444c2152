package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.StrickenFamily;
import io.ergodic.jobs.testing.StrickenForest;
import io.ergodic.jobs.testing.SuiteRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeLimitTest {
  private static final String DATA =
      """
      name = limited
      datasets {
        lorenz { source = flow, system = Lorenz, length = 500, transient = 5, seed = 7
                 trajectories { train = 1, validation = 1, test = 1 } }
        series { source = attractor-series, classes = 3, length = 32
                 perClass { train = 10, validation = 2, test = 4 } }
      }
      """;

  @TempDir Path folder;

  /** A free run of 625 steps of 20 ms. */
  @Test
  void itCoversEvaluationAndFigures() throws IOException {
    StrickenFamily.heal();
    String suite =
        DATA
            + """
            systems.slow { family = stricken, at = evaluation, error = slow }
            experiments.free { task = reconstruction, datasets = [lorenz], systems = [slow]
                               metrics = [d_h, pe_1], timeLimit = 2 s, floor = false }
            """;
    SuiteRunner runner = new SuiteRunner(folder);
    TrialRecord record = runner.run(suite, "out").get(0);
    assertThat(record.failed()).isTrue();
    assertThat(record.reason()).isEqualTo("d_h: time limit of 2.0 s passed during evaluation");
    assertThat(record.score("pe_1").orElseThrow().reason()).contains("time limit of 2.0 s");
    assertThat(record.notes())
        .contains("no figure orbit: time limit of 2.0 s passed during evaluation");
    runner.forgetLog();
    runner.run(suite, "out");
    assertThat(runner.log())
        .contains("failed before: free/lorenz/slow/1: d_h: time limit", "--retry-failed");
  }

  /** Eight steps of 0.3 s by two workers; the second run has nothing to do but to evaluate. */
  @Test
  void aResumedTrainingKeepsTheTimeItHasUsed() throws IOException {
    StrickenFamily.heal();
    String suite =
        DATA
            + """
            systems.averaged { family = stricken, error = beside, times = 0
                               averaging { workers = 2, localSteps = 2 } }
            experiments.free { task = reconstruction, datasets = [lorenz], systems = [averaged]
                               metrics = [pe_1], floor = false, timeLimit = LIMIT }
            """;
    SuiteRunner runner = new SuiteRunner(folder);
    TrialRecord first = runner.run(suite.replace("LIMIT", "1 hour"), "out").get(0);
    assertThat(first.failed()).isFalse();
    RunOptions forget = new RunOptions(false, false, false, Set.of("averaged"), false);
    String limited = suite.replace("LIMIT", "1 s");
    TrialRecord second = runner.run(limited, "out", "data", forget).get(0);
    assertThat(second.reason()).contains("time limit of 1.0 s passed");
    assertThat(second.seconds().get("train")).isGreaterThan(1);
  }

  /** MLlib does not look at the clock: 48 rows of 300 ms, whose tasks are interrupted. */
  @Test
  void jobsOfMllibAreCancelled() throws IOException {
    StrickenForest.heal();
    String suite =
        DATA
            + """
            datasets.series.perClass.train = 16
            systems.forest { family = stricken-forest, error = endless }
            experiments.classes { task = classification, datasets = [series], systems = [forest]
                                  metrics = [accuracy], timeLimit = 300 ms, floor = false }
            """;
    List<TrialRecord> records = new SuiteRunner(folder).run(suite, "out");
    int met = StrickenForest.met();
    StrickenForest.heal();
    assertThat(records).hasSize(1).allMatch(TrialRecord::failed);
    assertThat(records.get(0).reason()).isEqualTo("time limit of 0.3 s passed during training");
    assertThat(met).isLessThan(48);
  }
}
