package io.ergodic.datasets.chaos.map;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.FlowPlan;
import io.ergodic.datasets.chaos.FlowSettings;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code map}: orbits of the catalogue's maps; settings: those of {@code flow}, with
 * times in iterations ({@code step} 1) and no {@code pointsPerPeriod}.
 */
@AutoService(DatasetSource.class)
public final class MapSource implements DatasetSource {
  @Override
  public String name() {
    return "map";
  }

  @Override
  public String description() {
    return "Orbits of a chaotic map of the catalogue, with noise and splits as for flows";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    FlowSettings read = FlowSettings.read(settings, IteratedMap.readStandard(settings));
    if (read.step() < 1 || read.step() != Math.rint(read.step())) {
      throw settings.error("step", "must be a whole number of iterations, not " + read.step());
    }
    return new FlowPlan(read, settings.path("system"), seed);
  }
}
