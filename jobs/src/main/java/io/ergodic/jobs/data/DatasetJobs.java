package io.ergodic.jobs.data;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.file.WholeFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Writes a list of datasets. The Spark jobs of several run at the same time, so that all cores are
 * busy however few shards each has; every dataset is there as soon as its own shards are, and one
 * that cannot be made does not keep the others from being made.
 */
public final class DatasetJobs {
  private static final int MOST_AT_A_TIME = 64;

  private final JavaSparkContext spark;
  private final Path root;
  private final Consumer<String> told;

  /**
   * @param root folder of all datasets
   */
  public DatasetJobs(JavaSparkContext spark, Path root) {
    this(spark, root, System.err::println);
  }

  /**
   * @param told of datasets that are damaged and therefore made again
   */
  public DatasetJobs(JavaSparkContext spark, Path root, Consumer<String> told) {
    this.spark = spark;
    this.root = root;
    this.told = told;
  }

  /**
   * Makes sure that all are there. All settings are checked before anything is written.
   *
   * @param listener told of each, in the order of the list
   * @throws InvalidInputException for settings that cannot be used
   */
  public List<GeneratedDataset> ensure(List<DatasetSpec> specs, Consumer<GeneratedDataset> listener)
      throws IOException {
    specs.forEach(DatasetSpec::plan);
    WholeFolder.sweep(root.getFileSystem(spark.hadoopConfiguration()), root);
    // One more than there are cores: the next one's tasks wait while a driver thread renames files.
    int threads = Math.min(MOST_AT_A_TIME, spark.defaultParallelism() + 1);
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<GeneratedDataset>> running =
          specs.stream().map(spec -> pool.submit(() -> ensure(spec))).toList();
      List<GeneratedDataset> made = new ArrayList<>();
      for (Future<GeneratedDataset> next : running) {
        GeneratedDataset dataset = next.get();
        made.add(dataset);
        listener.accept(dataset);
      }
      return made;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IOException(failure.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private GeneratedDataset ensure(DatasetSpec spec) throws IOException {
    long start = System.nanoTime();
    try {
      Path folder = new DatasetJob(spark, root, told).ensure(spec);
      return new GeneratedDataset(
          spec,
          folder,
          new DatasetReader(spark.hadoopConfiguration()).manifest(folder),
          (System.nanoTime() - start) * 1e-9,
          Optional.empty());
    } catch (InvalidInputException refused) {
      double seconds = (System.nanoTime() - start) * 1e-9;
      return new GeneratedDataset(spec, null, null, seconds, Optional.of(refused.getMessage()));
    }
  }
}
