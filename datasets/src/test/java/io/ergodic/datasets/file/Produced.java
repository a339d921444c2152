package io.ergodic.datasets.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What a source makes of settings, for tests. */
public record Produced(DatasetPlan plan, List<Row> rows) {
  public static Produced of(DatasetSource source, String settings) throws Exception {
    DatasetPlan plan = source.plan(Settings.parse(settings, "datasets.d"), 11);
    List<Row> rows = new ArrayList<>();
    for (int shard = 0; shard < plan.shardCount(); shard++) {
      plan.produce(shard, rows::add);
    }
    return new Produced(plan, rows);
  }

  public static void refused(DatasetSource source, String settings, String... parts) {
    assertThatThrownBy(() -> of(source, settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.d")
        .hasMessageContainingAll(parts);
  }

  public double[] values(Split split) {
    return rows.stream()
        .filter(row -> row.split() == split)
        .map(SeriesBlock.class::cast)
        .flatMapToDouble(block -> DoubleStream.of(block.values()))
        .toArray();
  }

  public List<LabelledImage> images(Split split) {
    return rows.stream()
        .filter(row -> row.split() == split)
        .map(LabelledImage.class::cast)
        .toList();
  }
}
