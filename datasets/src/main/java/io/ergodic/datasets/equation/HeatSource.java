package io.ergodic.datasets.equation;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code heat}: states of the heat equation and what has become of them, exactly.
 * Settings: {@code points} (128), {@code diffusivity} (0.01), {@code time} (1), and those of {@link
 * EvolutionPlan#read}.
 */
@AutoService(DatasetSource.class)
public final class HeatSource implements DatasetSource {
  @Override
  public String name() {
    return "heat";
  }

  @Override
  public String description() {
    return "the heat equation on a circle: random initial states and the states after a time";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    int points = EvolutionPlan.points(settings);
    double diffusivity = settings.number("diffusivity", 0.01, 0, 1e6);
    double time = settings.number("time", 1, 0, 1e6);
    return EvolutionPlan.read(settings, points, () -> new Heat(points, diffusivity, time), seed);
  }
}
