package io.ergodic.jobs.bench;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.file.TemporaryFolder;
import io.ergodic.jobs.spark.Sessions;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Speed of a whole dataset: trajectories of the Lorenz system through Spark into Parquet, in a
 * temporary folder that is removed again. A small dataset goes before, for the compiler and Spark's
 * own start.
 */
public final class ParquetBenchmark implements Benchmark {
  private static final String SYSTEM = "Lorenz";
  private static final int VARIABLES = 3;
  private static final int SHARDS = 16;
  private static final int LONGEST = 50_000;

  private final int points;

  /**
   * @param points samples in all
   */
  public ParquetBenchmark(int points) {
    this.points = points;
  }

  @Override
  public void run(Consumer<Measurement> sink) throws IOException {
    try (SparkSession session = Sessions.start("ergodic bench")) {
      run(JavaSparkContext.fromSparkContext(session.sparkContext()), sink);
    }
  }

  void run(JavaSparkContext spark, Consumer<Measurement> sink) throws IOException {
    try (TemporaryFolder temporary = TemporaryFolder.create("bench")) {
      Path root = new Path(temporary.path().toUri());
      DatasetJob job = new DatasetJob(spark, root);
      job.ensure(spec("warm", Math.max(16 * SHARDS, points / 50)));
      DatasetSpec spec = spec("bench", points);
      double processorBegin = ProcessorTime.process();
      long begin = System.nanoTime();
      Path folder = job.ensure(spec);
      double seconds = (System.nanoTime() - begin) * 1e-9;
      double processor = ProcessorTime.process() - processorBegin;
      Manifest manifest = new DatasetReader(spark.hadoopConfiguration()).manifest(folder);
      long bytes = 0;
      long samples = manifest.splits().values().stream().mapToLong(split -> split.samples()).sum();
      for (Shard shard : manifest.shards()) {
        Path file = new Path(folder, shard.file());
        bytes += file.getFileSystem(spark.hadoopConfiguration()).getFileStatus(file).getLen();
      }
      String name = SYSTEM + ", " + spark.defaultParallelism() + " tasks at a time";
      double values = (double) samples * VARIABLES * Double.BYTES;
      sink.accept(new Measurement("parquet-samples", name, samples, "1"));
      sink.accept(new Measurement("parquet-seconds", name, seconds, "s"));
      sink.accept(new Measurement("parquet-points", name, samples / seconds, "1/s"));
      sink.accept(new Measurement("parquet-written", name, bytes / seconds, "bytes/s"));
      sink.accept(new Measurement("parquet-values", name, values / seconds, "bytes/s"));
      sink.accept(new Measurement("parquet-size", name, bytes / values, "bytes/byte"));
      double core = samples / processor;
      sink.accept(new Measurement("parquet-points-core", name, core, "1/s/core"));
      double integrating = SHARDS * integrating(spec) / processor;
      sink.accept(new Measurement("parquet-integrating", name, integrating, "1"));
    }
  }

  /** Processor seconds that the rows of a shard take without being written. */
  private static double integrating(DatasetSpec spec) throws IOException {
    DatasetPlan plan = spec.plan();
    double begin = ProcessorTime.thread();
    plan.produce(0, row -> {});
    return ProcessorTime.thread() - begin;
  }

  private static DatasetSpec spec(String name, int points) {
    // as long as they are, their transients are but a fifth of the work
    int trajectories = SHARDS * Math.max(1, points / LONGEST / SHARDS);
    String settings =
        "source = flow, system = "
            + SYSTEM
            + ", shards = "
            + SHARDS
            + ", length = "
            + points / trajectories
            + ", trajectories { train = "
            + trajectories
            + ", validation = 0, test = 0 }";
    return DatasetSpec.read(name, Settings.parse(settings, "bench"));
  }
}
