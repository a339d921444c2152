package io.ergodic.datasets.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dataset of a source, produced in memory for tests. */
public record Rows(String source, String settings, long seed, DatasetPlan plan, List<Row> rows) {
  public static Rows of(String source, String settings, long seed) {
    DatasetPlan plan = plan(source, settings, seed);
    List<Row> rows = new ArrayList<>();
    try {
      for (int shard = 0; shard < plan.shardCount(); shard++) {
        plan.produce(shard, rows::add);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Rows(source, settings, seed, plan, rows);
  }

  public static DatasetPlan plan(String source, String settings, long seed) {
    return DatasetSource.registry()
        .get(source, "test")
        .plan(Settings.parse(settings, "datasets.x"), seed);
  }

  /** The series of a split, blocks joined. */
  public List<Series> series(Split split) {
    List<Series> joined = new ArrayList<>();
    for (Row row : rows) {
      SeriesBlock block = (SeriesBlock) row;
      if (block.split() == split) {
        if (block.block() == 0) {
          joined.add(
              new Series(
                  block.series(), block.start(), block.step(), block.dimension(), block.values()));
        } else {
          Series before = joined.remove(joined.size() - 1);
          double[] values = new double[before.values().length + block.values().length];
          System.arraycopy(before.values(), 0, values, 0, before.values().length);
          System.arraycopy(
              block.values(), 0, values, before.values().length, block.values().length);
          joined.add(
              new Series(before.id(), before.start(), before.step(), before.dimension(), values));
        }
      }
    }
    return joined;
  }

  /** The manifest with the scaler of the train split. */
  public Manifest manifest() {
    Moments moments = new Moments(plan.schema().dimension());
    for (Series series : series(Split.TRAIN)) {
      for (int i = 0; i < series.values().length; i += series.dimension()) {
        moments.add(series.values(), i);
      }
    }
    return manifest(moments.scaler());
  }

  public Manifest manifest(Scaler scaler) {
    try {
      return new Manifest(
          Manifest.VERSION,
          "x",
          "0".repeat(64),
          source,
          1,
          seed,
          new ObjectMapper().readTree(Settings.parse(settings, "").json()),
          plan.schema(),
          List.of(),
          Map.of(),
          scaler);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
