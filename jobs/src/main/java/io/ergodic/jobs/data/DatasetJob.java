package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.jobs.file.StoredFile;
import io.ergodic.jobs.file.WholeFolder;
import io.ergodic.jobs.spark.SharedConfiguration;
import io.ergodic.jobs.spark.StorageFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The Spark job that writes a dataset: one task a shard into a hidden folder, the manifest last,
 * then one rename. A dataset is therefore either whole or not there.
 */
public final class DatasetJob {
  private final JavaSparkContext spark;
  private final Path root;
  private final Consumer<String> told;

  /**
   * @param root folder of all datasets, on any Hadoop file system the executors reach
   */
  public DatasetJob(JavaSparkContext spark, Path root) {
    this(spark, root, System.err::println);
  }

  /**
   * @param told of datasets that are damaged and therefore made again
   */
  DatasetJob(JavaSparkContext spark, Path root, Consumer<String> told) {
    this.spark = spark;
    this.root = root;
    this.told = told;
  }

  /** What is wrong with a dataset whose folder is there; empty when nothing is. */
  public static Optional<String> damage(Path folder, Configuration configuration)
      throws IOException {
    return DatasetDamage.of(folder, configuration);
  }

  /** The folder of a dataset, written first if it is not there or damaged. */
  public Path ensure(DatasetSpec spec) throws IOException {
    return ensure(spec, spec.plan());
  }

  /** The same for a dataset that has been planned. */
  Path ensure(DatasetSpec spec, DatasetPlan plan) throws IOException {
    String hash = spec.hash(plan);
    Path folder = new Path(root, Manifest.folder(spec.name(), hash));
    FileSystem fileSystem = folder.getFileSystem(spark.hadoopConfiguration());
    if (fileSystem.exists(folder)) {
      Optional<String> damage = DatasetDamage.of(folder, spark.hadoopConfiguration());
      if (damage.isEmpty()) {
        return folder;
      }
      Path aside = DatasetDamage.setAside(folder, fileSystem);
      told.accept(
          folder
              + ": damaged, set aside as "
              + aside.getName()
              + " and made again: "
              + damage.get());
    }
    return StorageFailure.located(root, () -> make(spec, plan, hash, folder, fileSystem));
  }

  private Path make(
      DatasetSpec spec, DatasetPlan plan, String hash, Path folder, FileSystem fileSystem)
      throws IOException {
    WholeFolder.sweep(fileSystem, root);
    WholeFolder.writeOnce(
        fileSystem,
        folder,
        hidden -> {
          byte[] manifest =
              ManifestJson.write(write(spec, plan, hash, hidden, fileSystem))
                  .getBytes(StandardCharsets.UTF_8);
          StoredFile.write(fileSystem, new Path(hidden, Manifest.FILE), out -> out.write(manifest));
        });
    return folder;
  }

  private Manifest write(
      DatasetSpec spec, DatasetPlan plan, String hash, Path hidden, FileSystem fileSystem)
      throws IOException {
    spark.setJobDescription("dataset " + spec.name());
    List<ShardOutcome> outcomes = shards(spec, plan.shardCount(), hidden.toString());
    List<Shard> shards = new ArrayList<>();
    Map<String, SplitCount> splits = new TreeMap<>();
    List<Failure> failures = new ArrayList<>();
    Moments moments = null;
    for (int i = 0; i < outcomes.size(); i++) {
      ShardOutcome outcome = outcomes.get(i);
      if (outcome.problem() != null) {
        throw new InvalidInputException(outcome.problem());
      }
      String name = String.format(Locale.ROOT, "shard-%05d.parquet", i);
      WriteSteps.reach("rename shard", name);
      if (!fileSystem.rename(new Path(hidden, outcome.file()), new Path(hidden, name))) {
        throw new IOException("cannot rename " + outcome.file() + " to " + name + " in " + hidden);
      }
      shards.add(outcome.shard(name));
      failures.addAll(outcome.failures());
      for (String split : outcome.series().keySet()) {
        splits.merge(split, outcome.count(split), DatasetJob::sum);
      }
      if (moments == null) {
        moments = outcome.moments();
      } else {
        moments.merge(outcome.moments());
      }
    }
    refuseEmptySplits(failures, splits, spec.path());
    removeLostAttempts(hidden, shards, fileSystem);
    Schema schema = plan.schema();
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(Resting.notes(plan, moments, spec.path()));
    return new Manifest(
        Manifest.VERSION,
        spec.name(),
        hash,
        spec.source(),
        DatasetSource.registry().get(spec.source(), spec.path()).revision(),
        spec.seed(),
        spec.settingsTree(),
        schema,
        shards,
        splits,
        moments.scaler(),
        failures,
        notes);
  }

  /** A split all of whose series failed is no split to train or score on. */
  private static void refuseEmptySplits(
      List<Failure> failures, Map<String, SplitCount> splits, String path) {
    for (Failure failure : failures) {
      if (splits.getOrDefault(failure.split(), new SplitCount(0, 0)).series() == 0) {
        long count = failures.stream().filter(f -> f.split().equals(failure.split())).count();
        throw new InvalidInputException(
            path
                + ": none of the "
                + count
                + " series of the "
                + failure.split()
                + " split can be made; "
                + failure.describe());
      }
    }
  }

  private List<ShardOutcome> shards(DatasetSpec spec, int count, String folder) {
    Broadcast<SerializableConfiguration> configuration = SharedConfiguration.of(spark);
    List<Integer> indices = IntStream.range(0, count).boxed().toList();
    return spark
        .parallelize(indices, count)
        .map(
            index -> {
              // Attempts of one shard (retries, speculation) must not write to the same file.
              String file =
                  "attempt-" + index + "-" + TaskContext.get().taskAttemptId() + ".parquet";
              Configuration hadoop = configuration.value().value();
              return ShardTask.run(spec, index, folder, file, hadoop);
            })
        .collect();
  }

  private static void removeLostAttempts(Path hidden, List<Shard> shards, FileSystem fileSystem)
      throws IOException {
    List<String> kept = shards.stream().map(Shard::file).toList();
    for (var status : fileSystem.listStatus(hidden)) {
      if (!kept.contains(status.getPath().getName())) {
        fileSystem.delete(status.getPath(), false);
      }
    }
  }

  private static SplitCount sum(SplitCount left, SplitCount right) {
    return new SplitCount(left.series() + right.series(), left.samples() + right.samples());
  }
}
