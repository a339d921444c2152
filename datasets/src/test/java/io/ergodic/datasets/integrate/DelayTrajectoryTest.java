package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DelayTrajectoryTest {
  /** x' = a x + b x(t - delay). */
  private record Linear(double a, double b, double delay) implements DelayField {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public void derivative(double[] state, double[] delayed, double[] derivative) {
      derivative[0] = a * state[0] + b * delayed[0];
    }

    @Override
    public void jacobians(double[] state, double[] delayed, double[] present, double[] past) {
      present[0] = a;
      past[0] = b;
    }
  }

  /** sum over k of (-(t - (k - 1)))^k / k!, for k up to floor(t) + 1. */
  private static double methodOfSteps(double t) {
    double sum = 1;
    double factorial = 1;
    for (int k = 1; k <= Math.floor(t) + 1; k++) {
      factorial *= k;
      sum += Math.pow(-1, k) * Math.pow(t - (k - 1), k) / factorial;
    }
    return sum;
  }

  @Test
  void isThePiecewisePolynomialOfTheMethodOfSteps() {
    DelayTrajectory solution =
        new DelayTrajectory(new Linear(0, -1, 1), Tolerance.DEFAULT, new double[] {1});
    double[] x = new double[1];
    for (int k = 0; k <= 1000; k++) {
      double t = 0.01 * k;
      solution.at(t, x, 0);
      assertThat(x[0]).as("at %s", t).isCloseTo(methodOfSteps(t), within(1e-8));
    }
  }

  @Test
  void isTheSameHoweverDenselyItIsRead() {
    DelayField field = new Linear(-0.3, -1.7, 1.3);
    DelayTrajectory dense = new DelayTrajectory(field, Tolerance.DEFAULT, new double[] {1});
    DelayTrajectory sparse = new DelayTrajectory(field, Tolerance.DEFAULT, new double[] {1});
    double[] a = new double[1];
    double[] b = new double[1];
    for (int k = 0; k <= 20_000; k++) {
      dense.at(k * 0.0078125, a, 0);
      if (k % 400 == 0) {
        sparse.at(k * 0.0078125, b, 0);
        assertThat(b).containsExactly(a);
      }
    }
  }

  @Test
  void keepsTheHarmonicSolution() {
    // x' = -(pi / 2) x(t - 1) has the solution cos(pi t / 2)
    DelayTrajectory solution =
        new DelayTrajectory(
            new Linear(0, -Math.PI / 2, 1),
            Tolerance.DEFAULT,
            (time, state) -> state[0] = Math.cos(Math.PI * time / 2));
    double[] x = new double[1];
    for (int k = 0; k <= 200; k++) {
      solution.at(0.1 * k, x, 0);
      assertThat(x[0]).isCloseTo(Math.cos(Math.PI * 0.05 * k), within(1e-8));
    }
  }
}
