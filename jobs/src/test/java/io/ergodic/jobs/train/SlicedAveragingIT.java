package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The executors average the vectors of large models in slices, and the driver averages those of
 * small models; both give the same bits, and so does the jobs transport. The two executors are
 * processes of their own.
 */
class SlicedAveragingIT {
  @TempDir static Path folder;

  private static final String[] SETTINGS = {
    "optimiserState = average",
    "optimiserState = average, outer.name = nesterov",
    "optimiserState = local, outer.name = slow-momentum",
    "optimiserState = reset, data = own",
  };

  @Test
  void slicesOnTheExecutorsGiveTheBitsOfTheDriver() throws IOException {
    try (SparkSession session =
        SparkSession.builder()
            .master("local-cluster[2,1,1024]")
            .appName("test")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "512m")
            .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .config("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector")
            .getOrCreate()) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      TrainingFixture fixture = new TrainingFixture(spark, folder);
      Segmented segments = new Segmented(false);
      assertThat(
              fixture.averaged(
                  segments,
                  "workers = 2, localSteps = 2, reduction { slicedAbove = 1, slice = 2 }"))
          .isEqualTo(fixture.averaged(segments, "workers = 2, localSteps = 2"));
      for (String more : SETTINGS) {
        String settings = "workers = 3, localSteps = 2, " + more;
        String sliced = settings + ", reduction { slicedAbove = 1, slice = 997 }";
        FamilySource source = fixture.cnn("cnn");
        assertThat(fixture.averaged(source, sliced))
            .as(more)
            .isEqualTo(fixture.averaged(source, settings));
        assertThat(fixture.averaged(source, settings + ", transport = jobs"))
            .as(more)
            .isEqualTo(fixture.averaged(source, settings));
      }
    }
  }
}
