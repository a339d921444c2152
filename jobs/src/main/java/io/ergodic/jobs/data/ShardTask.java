package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.jobs.spark.StorageFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes one shard and gathers what the manifest needs of it. Runs inside a Spark task. */
final class ShardTask {
  private final ShardSchema schema;
  private final Moments moments;
  private final Map<String, Long> series = new TreeMap<>();
  private final Map<String, Long> samples = new TreeMap<>();
  private final ArrayList<Failure> failures = new ArrayList<>();

  private ShardTask(ShardSchema schema) {
    this.schema = schema;
    this.moments = new Moments(schema.kind().scaled(schema.schema()));
  }

  /** Produces shard {@code index} of a dataset into {@code folder} under the name {@code file}. */
  static ShardOutcome run(
      DatasetSpec spec, int index, String folder, String file, Configuration configuration)
      throws IOException {
    try {
      return StorageFailure.located(
          new Path(folder).getParent(), () -> write(spec, index, folder, file, configuration));
    } catch (InvalidInputException problem) {
      // Another attempt would find the same: tell the driver instead of failing the task.
      return ShardOutcome.refused(problem.getMessage());
    }
  }

  private static ShardOutcome write(
      DatasetSpec spec, int index, String folder, String file, Configuration configuration)
      throws IOException {
    DatasetPlan plan = spec.plan();
    ShardTask task = new ShardTask(ShardSchema.of(plan.schema()));
    Path path = new Path(folder, file);
    FileSystem fileSystem = path.getFileSystem(configuration);
    long rows;
    WriteSteps.reach("write shard", path);
    try (ShardWriter writer = new ShardWriter(path, task.schema, configuration)) {
      plan.produce(index, task.into(writer));
      rows = writer.rows();
    }
    WriteSteps.reach("go on after shard", path);
    String sha256 = new ContentHash().addStream(fileSystem.open(path)).hex();
    long bytes = fileSystem.getFileStatus(path).getLen();
    return new ShardOutcome(
        file, rows, bytes, sha256, task.series, task.samples, task.moments, task.failures, null);
  }

  private RowSink into(ShardWriter writer) {
    return new RowSink() {
      @Override
      public void accept(Row row) throws IOException {
        count(row);
        writer.accept(row);
      }

      @Override
      public void failed(Failure failure, String path) {
        failures.add(failure);
      }
    };
  }

  private void count(Row row) {
    String split = row.split().label();
    SplitCount count = schema.kind().count(row);
    series.merge(split, count.series(), Long::sum);
    samples.merge(split, count.samples(), Long::sum);
    if (row.split() == Split.TRAIN) {
      schema.kind().observe(row, schema.schema(), moments);
    }
  }
}
