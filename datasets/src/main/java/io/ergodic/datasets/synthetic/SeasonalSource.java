package io.ergodic.datasets.synthetic;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The source {@code seasonal}: hourly series with daily and weekly seasons, slow trend and noise
 * (settings of {@link SeasonalProcess#read}), {@code length} (20000) rows in one shard, cut by time
 * as {@link TimeSplit#of} says with a {@code context} of 336 rows, {@code standardise} (true).
 */
public final class SeasonalSource implements DatasetSource {
  static final String NAME = "seasonal";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Hourly multivariate series with seasons, trend and noise whose best forecast is known";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    SeasonalProcess process = SeasonalProcess.read(settings, seed);
    int length = settings.integer("length", 20_000, 10, 10_000_000);
    if ((long) length * process.channels().size() > 1 << 28) {
      throw settings.error("length", "times channels must not exceed " + (1 << 28) + " values");
    }
    TimeSplit time = TimeSplit.of(settings, length, "the series");
    int context = time.context(settings, Math.min(336, length / 4));
    boolean standardise = settings.flag("standardise", true);
    settings.rejectUnknown();
    return new Plan(process, length, time, context, standardise, seed);
  }

  private record Plan(
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
          int block = 0;
          for (int from = time.from(split, context);
              from < time.to(split);
              from += Row.Block.SAMPLES) {
            int to = Math.min(time.to(split), from + Row.Block.SAMPLES);
            double[] part = Arrays.copyOfRange(values, from * n, to * n);
            sink.accept(new Row.Block(split, Row.Block.id(0), block++, from, 1, n, part));
          }
        }
      }
    }
  }
}
