package io.ergodic.datasets.equation;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code burgers}: states of Burgers' equation and what has become of them, with the
 * viscosity and the law of initial states of the Fourier neural operator (Li et al., ICLR 2021).
 * Settings: {@code points} (128), {@code viscosity} (0.1), {@code time} (1), {@code resolution}
 * (the least multiple of the points that has 256), {@code step} (a quarter of the distance of two
 * points of it), and those of {@link EvolutionPlan#read}.
 */
@AutoService(DatasetSource.class)
public final class BurgersSource implements DatasetSource {
  private static final int LEAST = 256;
  private static final int MOST_STEPS = 10_000_000;

  @Override
  public String name() {
    return "burgers";
  }

  @Override
  public String description() {
    return "Burgers' equation on a circle: random initial states and the states after a time";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    int points = EvolutionPlan.points(settings);
    int usual = points * Math.max(1, (LEAST + points - 1) / points);
    int resolution = settings.integer("resolution", usual, points, 1 << 20);
    if (resolution % points != 0) {
      throw settings.error(
          "resolution", resolution + " is no multiple of the " + points + " points");
    }
    double viscosity = settings.number("viscosity", 0.1, 1e-9, 1e6);
    double time = settings.number("time", 1, 0, 1e6);
    double step = settings.number("step", 0.25 / resolution, 1e-9, 1);
    if (time / step > MOST_STEPS) {
      throw settings.error("step", "makes more than " + MOST_STEPS + " steps");
    }
    return EvolutionPlan.read(
        settings, points, () -> new Burgers(resolution, viscosity, time, step), seed);
  }
}
