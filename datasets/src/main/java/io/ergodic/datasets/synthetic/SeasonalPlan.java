package io.ergodic.datasets.synthetic;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.kind.series.SeriesBlocks;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One sample of a seasonal process, cut by time, in one shard. */
record SeasonalPlan(
    SeasonalProcess process,
    int length,
    TimeSplit time,
    int context,
    boolean standardise,
    long seed)
    implements DatasetPlan {
  @Override
  public Schema schema() {
    List<String> columns =
        IntStream.rangeClosed(1, process.channels().size()).mapToObj(c -> "c" + c).toList();
    Map<String, Double> properties = Map.of("seasonality", (double) SeasonalProcess.DAY);
    return Schema.series(columns, 1, context, standardise, properties);
  }

  @Override
  public int shardCount() {
    return 1;
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    int n = process.channels().size();
    double[] values = process.sample(length, seed);
    for (Split split : Split.values()) {
      if (time.has(split)) {
        int from = time.from(split, context);
        SeriesBlocks.emit(split, SeriesBlock.id(0), values, n, 1, from, time.to(split), sink);
      }
    }
  }
}
