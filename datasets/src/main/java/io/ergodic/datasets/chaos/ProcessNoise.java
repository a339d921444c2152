package io.ergodic.datasets.chaos;

import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Noise that drives a system: to every coordinate's velocity white noise is added, independent of
 * the others', so that the coordinate alone would spread by {@code amplitude} of its standard
 * deviation on the attractor in a unit of time. Maps take it once an iteration.
 *
 * @param amplitude {@code processNoise} (0)
 * @param perPeriod {@code processNoiseTime} ({@code period}): whether that unit of time is the
 *     period, or that of the equations ({@code unit})
 * @param stepsPerPeriod {@code processNoiseSteps} (3600) of the integration; samples lie on its
 *     steps, so how densely a solution is sampled does not change it
 */
public record ProcessNoise(double amplitude, boolean perPeriod, int stepsPerPeriod) {
  private static final String PERIOD = "period";

  static Optional<ProcessNoise> read(Settings settings, SampledSystem system, double step) {
    double amplitude = settings.number("processNoise", 0, 0, 100);
    if (amplitude == 0) {
      for (String key : List.of("processNoiseTime", "processNoiseSteps")) {
        if (settings.has(key)) {
          throw settings.error(key, "has no meaning without processNoise");
        }
      }
      return Optional.empty();
    }
    if (!(system instanceof StochasticSystem)) {
      throw settings.error(
          "processNoise", system.name() + " cannot be driven by noise; flows and maps can");
    }
    boolean perPeriod =
        settings.choice("processNoiseTime", PERIOD, List.of(PERIOD, "unit")).equals(PERIOD);
    int steps = settings.integer("processNoiseSteps", 3600, 1, 100_000_000);
    ProcessNoise noise = new ProcessNoise(amplitude, perPeriod, steps);
    if (system.defaultStep().isEmpty()) {
      double ratio = step / noise.step(system.period());
      if (ratio < 0.5 || Math.abs(ratio - Math.rint(ratio)) > 1e-9 * ratio) {
        throw settings.error(
            "processNoiseSteps",
            "a sample is taken every " + ratio + " steps, which has to be a whole number");
      }
    }
    return Optional.of(noise);
  }

  /** Size of the integration's steps. */
  double step(double period) {
    return period / stepsPerPeriod;
  }

  /** The diffusion coefficient of a coordinate, from its standard deviation. */
  double diffusion(double deviation, double period) {
    return amplitude * deviation / (perPeriod ? Math.sqrt(period) : 1);
  }
}
