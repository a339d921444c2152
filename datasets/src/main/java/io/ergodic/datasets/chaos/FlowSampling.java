package io.ergodic.datasets.chaos;

import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.Trajectory;
import io.ergodic.datasets.scale.Moments;

/** Equally spaced samples of a flow. */
final class FlowSampling {
  /** Of a period. The stiffest systems known take some thousand steps for one. */
  private static final double SMALLEST_STEP = 1e-6;

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
    Trajectory trajectory = new Trajectory(flow, tolerance, start, SMALLEST_STEP * flow.period());
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
