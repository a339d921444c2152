package io.ergodic.jobs.bench;

import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.data.DatasetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** Speed of a whole dataset: trajectories of the Lorenz system through Spark into Parquet. */
public final class ParquetBenchmark {
  private static final String SYSTEM = "Lorenz";
  private static final int VARIABLES = 3;

  private final JavaSparkContext spark;

  public ParquetBenchmark(JavaSparkContext spark) {
    this.spark = spark;
  }

  /**
   * Writes eight trajectories to a temporary folder, which is removed again. A small dataset goes
   * before, for the compiler and Spark's own start.
   *
   * @param points samples in all
   */
  public void run(int points, Consumer<Measurement> sink) throws IOException {
    java.nio.file.Path temporary = Files.createTempDirectory("ergodic-bench");
    Path root = new Path(temporary.toUri());
    try {
      DatasetJob job = new DatasetJob(spark, root);
      job.ensure(spec("warm", Math.max(16, points / 50)));
      long begin = System.nanoTime();
      Path folder = job.ensure(spec("bench", points));
      double seconds = (System.nanoTime() - begin) * 1e-9;
      long bytes = 0;
      for (Shard shard : new DatasetReader(spark.hadoopConfiguration()).manifest(folder).shards()) {
        Path file = new Path(folder, shard.file());
        bytes += file.getFileSystem(spark.hadoopConfiguration()).getFileStatus(file).getLen();
      }
      String measured = SYSTEM + ", " + spark.defaultParallelism() + " tasks at a time";
      sink.accept(new Measurement("parquet-points", measured, points / seconds, "1/s"));
      sink.accept(new Measurement("parquet-written", measured, bytes / seconds, "bytes/s"));
      sink.accept(
          new Measurement(
              "parquet-values",
              measured,
              (double) points * VARIABLES * Double.BYTES / seconds,
              "bytes/s"));
    } finally {
      FileSystem fileSystem = root.getFileSystem(spark.hadoopConfiguration());
      fileSystem.delete(root, true);
    }
  }

  private static DatasetSpec spec(String name, int points) {
    String settings =
        "source = flow, system = "
            + SYSTEM
            + ", shards = 8, length = "
            + points / 8
            + ", trajectories { train = 8, validation = 0, test = 0 }";
    return DatasetSpec.read(name, Settings.parse(settings, "bench"));
  }
}
