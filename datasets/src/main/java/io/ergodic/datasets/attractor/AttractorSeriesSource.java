package io.ergodic.datasets.attractor;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.SplitSizes;
import java.util.List;

/**
 * The source {@code attractor-series}: the first coordinate of flows at perturbed parameters, each
 * series at mean 0 and deviation 1, so that only its shape tells the system, which is the class.
 * Settings: {@code classes} and {@code perClass} as those of attractor-net, {@code length} (128)
 * rows, {@code stride} (8): steps of 1/128 of a period between rows, {@code jitter} (0.03), {@code
 * noise} (0.1): deviation of white noise added, {@code shards}.
 */
@AutoService(DatasetSource.class)
public final class AttractorSeriesSource implements DatasetSource {
  private static final int PER_SHARD = 4096;

  @Override
  public String name() {
    return "attractor-series";
  }

  @Override
  public String description() {
    return "one coordinate of perturbed chaotic flows, by system";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    List<ChaoticSystem> classes = AttractorClasses.read(settings);
    SplitSizes series = AttractorClasses.perClass(settings).times(classes.size());
    AttractorSeriesPlan plan =
        new AttractorSeriesPlan(
            classes,
            series,
            settings.integer("length", 128, 8, 100_000),
            settings.integer("stride", 8, 1, 10_000),
            settings.number("jitter", 0.03, 0, 0.5),
            settings.number("noise", 0.1, 0, 100),
            series.shards(settings, PER_SHARD),
            seed);
    settings.rejectUnknown();
    return plan;
  }
}
