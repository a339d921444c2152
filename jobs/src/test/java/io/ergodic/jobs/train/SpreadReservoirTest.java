package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.models.training.Accumulation;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local reservoirs of a Kuramoto-Sivashinsky field, fitted by many tasks and by none. */
class SpreadReservoirTest {
  private static final String DATA =
      """
      datasets.field {
        source = field, system = KuramotoSivashinsky, dimension = 32, parameters { length = 22 }
        step = 0.25, length = 900, transient = 5, seed = 7
        trajectories { train = 2, validation = 0, test = 1 }
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
    var specs = Suite.datasets(Settings.parse(DATA, ""));
    data =
        new DatasetJob(spark, new org.apache.hadoop.fs.Path(folder.resolve("data").toUri()))
            .ensure(specs.get("field"));
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  /** Sixteen stretches: two series of eight groups. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyNumberOfTasksGivesTheBitsOfOneMachine(boolean shared) throws IOException {
    String settings =
        "units = 60, degree = 5, groups = 8, overlap = 4, washout = 50, noise = 1e-3, shared = "
            + shared;
    FamilySource source =
        new FamilySource(
            "parallel-reservoir",
            Settings.parse(settings, "model").json(),
            "systems.parallel-reservoir",
            "reconstruction",
            Settings.parse("", "task").json(),
            data.toString(),
            new DatasetReader(new Configuration()).manifest(data).hash(),
            "",
            1,
            1);
    var solved = source.solved(new Configuration());
    assertThat(Accumulation.leaves(solved.batches())).isEqualTo(16);
    double[] alone;
    try (Trained trained = new LocalTrainer(1, Deadline.none()).train(solved)) {
      alone = trained.weights().doubles();
    }
    assertThat(alone).hasSize(2 + (shared ? 1 : 8) * 60 * 4);
    for (int tasks : new int[] {1, 3, 4, 16, 40}) {
      try (Trained spread = SolverJob.fit(spark, source, tasks, 1000)) {
        assertThat(spread.weights().doubles()).as(tasks + " tasks").isEqualTo(alone);
      }
    }
  }
}
