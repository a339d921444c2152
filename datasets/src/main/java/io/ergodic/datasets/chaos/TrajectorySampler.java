package io.ergodic.datasets.chaos;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Samples single trajectories, each from its own state on the attractor. */
final class TrajectorySampler {
  private final FlowSettings settings;
  private final long seed;
  private double[] measuredAt;
  private double[] deviations;

  TrajectorySampler(FlowSettings settings, long seed) {
    this.settings = settings;
    this.seed = seed;
  }

  /**
   * The trajectory of a number: the catalogue's start, moved by 1 % and integrated past the
   * transient and a random part of a period more.
   *
   * @return length x dimension, row-major
   * @throws io.ergodic.datasets.integrate.IntegrationException where it ends before
   */
  double[] sample(double[] parameters, Split split, int number) {
    SampledSystem system = settings.system().withParameters(parameters);
    int n = system.dimension();
    RandomGenerator random = RandomStreams.stream(seed, "initial condition", split.label(), number);
    double[] start = system.start();
    double size = 0;
    for (double value : start) {
      size += value * value;
    }
    size = Math.sqrt(size / n);
    for (int i = 0; i < n; i++) {
      start[i] += 0.01 * size * random.nextGaussian();
    }
    double begin = (settings.transientPeriods() + random.nextDouble()) * system.period();
    if (settings.processNoise().isPresent() && system instanceof StochasticSystem driven) {
      return driven.sample(
          start,
          begin,
          settings.step(),
          settings.length(),
          settings.processNoise().get(),
          deviations(driven, parameters),
          RandomStreams.stream(seed, "process noise", split.label(), number));
    }
    return system.sample(start, begin, settings.step(), settings.length());
  }

  private double[] deviations(StochasticSystem system, double[] parameters) {
    if (!Arrays.equals(parameters, measuredAt)) {
      deviations = system.deviations();
      measuredAt = parameters.clone();
    }
    return deviations;
  }
}
