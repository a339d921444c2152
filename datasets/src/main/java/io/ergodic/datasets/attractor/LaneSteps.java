package io.ergodic.datasets.attractor;

import io.ergodic.datasets.kernel.LaneField;

/** {@link RungeKutta4} of many states side by side: variable by variable, lane by lane. */
final class LaneSteps {
  private final LaneField field;
  private final double[] parameters;
  private final int lanes;
  private final double[] k1;
  private final double[] k2;
  private final double[] k3;
  private final double[] k4;
  private final double[] stage;

  LaneSteps(LaneField field, double[] parameters, int lanes, int dimension) {
    this.field = field;
    this.parameters = parameters;
    this.lanes = lanes;
    int n = lanes * dimension;
    k1 = new double[n];
    k2 = new double[n];
    k3 = new double[n];
    k4 = new double[n];
    stage = new double[n];
  }

  /** Advances {@code x} in place by {@code h}. */
  void step(double[] x, double h) {
    field.derivative(parameters, x, k1, lanes);
    along(x, 0.5 * h, k1, stage);
    field.derivative(parameters, stage, k2, lanes);
    along(x, 0.5 * h, k2, stage);
    field.derivative(parameters, stage, k3, lanes);
    along(x, h, k3, stage);
    field.derivative(parameters, stage, k4, lanes);
    finish(x, h / 6, k1, k2, k3, k4);
  }

  private static void along(double[] x, double h, double[] slope, double[] stage) {
    for (int i = 0; i < x.length; i++) {
      stage[i] = x[i] + h * slope[i];
    }
  }

  private static void finish(
      double[] x, double sixth, double[] k1, double[] k2, double[] k3, double[] k4) {
    for (int i = 0; i < x.length; i++) {
      x[i] += sixth * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]);
    }
  }
}
