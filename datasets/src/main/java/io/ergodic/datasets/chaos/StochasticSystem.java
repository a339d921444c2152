package io.ergodic.datasets.chaos;

import java.util.random.RandomGenerator;

/** A system that noise can drive. */
public interface StochasticSystem extends SampledSystem {
  /**
   * Standard deviation of every coordinate on the attractor without noise, measured on a run of a
   * fixed length from the catalogue's start. It is zero for a coordinate that noise must not touch,
   * such as the phase of a drive.
   *
   * @throws io.ergodic.datasets.integrate.IntegrationException where that run ends
   */
  double[] deviations();

  /**
   * As {@link SampledSystem#sample(double[], double, double, int)}, but driven by noise after time
   * {@code begin}; some periods under noise are left out before the first sample.
   *
   * @param deviations as {@link #deviations()} has them
   */
  double[] sample(
      double[] start,
      double begin,
      double step,
      int length,
      ProcessNoise noise,
      double[] deviations,
      RandomGenerator random);
}
