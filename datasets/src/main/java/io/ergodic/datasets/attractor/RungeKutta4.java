package io.ergodic.datasets.attractor;

import io.ergodic.datasets.integrate.VectorField;

/**
 * The classical Runge-Kutta method of order 4 with a given step. Nothing is allocated in a step.
 */
final class RungeKutta4 {
  private final VectorField field;
  private final double[] k1;
  private final double[] k2;
  private final double[] k3;
  private final double[] k4;
  private final double[] stage;

  RungeKutta4(VectorField field) {
    this.field = field;
    int n = field.dimension();
    k1 = new double[n];
    k2 = new double[n];
    k3 = new double[n];
    k4 = new double[n];
    stage = new double[n];
  }

  /** Advances {@code x} in place by {@code h}. */
  void step(double[] x, double h) {
    field.derivative(x, k1);
    field.derivative(along(x, 0.5 * h, k1), k2);
    field.derivative(along(x, 0.5 * h, k2), k3);
    field.derivative(along(x, h, k3), k4);
    for (int i = 0; i < x.length; i++) {
      x[i] += h / 6 * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]);
    }
  }

  private double[] along(double[] x, double h, double[] slope) {
    for (int i = 0; i < x.length; i++) {
      stage[i] = x[i] + h * slope[i];
    }
    return stage;
  }
}
