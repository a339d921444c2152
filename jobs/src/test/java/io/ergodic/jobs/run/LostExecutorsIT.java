package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.SuiteRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial that takes its executor along, each time it is tried, on two executors of their own. */
@Tag("long")
class LostExecutorsIT {
  private static final String SUITE =
      """
      name = lost
      datasets.lorenz { source = flow, system = Lorenz, length = 500, transient = 5, seed = 7
                        trajectories { train = 1, validation = 1, test = 1 } }
      systems { a { family = stricken }, b { family = stricken, error = halt, times = 1000 }
                persistence {} }
      experiments {
        one { task = reconstruction, datasets = [lorenz], seeds = [1], systems = [b, persistence]
              metrics = [pe_1], floor = false }
        free { task = reconstruction, datasets = [lorenz], seeds = [1, 2, 3, 4, 5, 6, 7, 8]
               systems = [a], metrics = [pe_1, d_h], floor = false }
      }
      """;

  @TempDir Path folder;

  @Test
  void theOthersAreRunAndItIsAnError() throws IOException {
    SuiteRunner runner = new SuiteRunner(folder);
    List<TrialRecord> records;
    try (SparkSession session =
        SparkSession.builder()
            .master("local-cluster[2,1,1024]")
            .appName("test")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "512m")
            .config("spark.task.maxFailures", "2")
            .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .config("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector")
            .getOrCreate()) {
      records = runner.run(session, SUITE, "out", "data", RunOptions.DEFAULT);
    }
    assertThat(records).hasSize(10);
    assertThat(records)
        .filteredOn(record -> record.system().equals("b"))
        .singleElement()
        .satisfies(record -> assertThat(record.status()).isEqualTo(TrialRecord.ERROR))
        .satisfies(record -> assertThat(record.reason()).startsWith("ExecutorLostFailure"))
        .satisfies(record -> assertThat(record.reason()).doesNotContain("\n"));
    assertThat(records)
        .filteredOn(record -> !record.system().equals("b"))
        .allMatch(record -> record.status().equals(TrialRecord.OK));
    assertThat(runner.log()).contains("one/lorenz/b/1  error of the machine: ExecutorLostFailure");
  }
}
