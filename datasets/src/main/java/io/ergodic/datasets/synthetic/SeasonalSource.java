package io.ergodic.datasets.synthetic;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.TimeSplit;

/**
 * The source {@code seasonal}: hourly series with daily and weekly seasons, slow trend and noise
 * (settings of {@link SeasonalProcess#read}), {@code length} (20000) rows in one shard, cut by time
 * as {@link TimeSplit#of} says with a {@code context} of 336 rows, {@code standardise} (true).
 */
@AutoService(DatasetSource.class)
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
    return new SeasonalPlan(process, length, time, context, standardise, seed);
  }
}
