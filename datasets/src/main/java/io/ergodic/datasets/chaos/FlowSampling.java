package io.ergodic.datasets.chaos;

import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.Trajectory;
import io.ergodic.datasets.scale.Moments;

/** Equally spaced samples of a flow. */
final class FlowSampling {
  /** More is a hopeless case; the stiffest systems known need two thousand. */
  static final double STEPS_PER_PERIOD = 50_000;

  private FlowSampling() {}

  /**
   * Samples at {@code begin + k * step} for k = 0 to {@code length} - 1: the spacing depends
   * neither on the length nor on the integrator's steps.
   *
   * @return length x dimension, row-major
   */
  static double[] sample(ChaoticFlow flow, double[] start, double begin, double step, int length) {
    return sample(flow, Tolerance.DEFAULT, start, begin, step, length);
  }

  static double[] sample(
      ChaoticFlow flow,
      Tolerance tolerance,
      double[] start,
      double begin,
      double step,
      int length) {
    int n = flow.dimension();
    double[] values = new double[Math.multiplyExact(length, n)];
    Trajectory trajectory =
        new Trajectory(flow, tolerance, start, STEPS_PER_PERIOD / flow.period());
    for (int k = 0; k < length; k++) {
      trajectory.at(begin + k * step, values, k * n);
    }
    return values;
  }

  static Moments moments(double[] values, int dimension) {
    Moments moments = new Moments(dimension);
    for (int offset = 0; offset < values.length; offset += dimension) {
      moments.add(values, offset);
    }
    return moments;
  }
}
