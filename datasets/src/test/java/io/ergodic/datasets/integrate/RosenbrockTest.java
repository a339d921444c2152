package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosenbrockTest {
  /**
   * x' = -rate (x - y^2), y' = -y: from (1, 1), where x is slaved, x = rate y^2 / (rate - 2) + ...
   */
  private record Relaxation(double rate) implements DifferentiableField {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public void derivative(double[] s, double[] d) {
      d[0] = -rate * (s[0] - s[1] * s[1]);
      d[1] = -s[1];
    }

    @Override
    public void jacobian(double[] s, double[] j) {
      j[0] = -rate;
      j[1] = 2 * rate * s[1];
      j[2] = 0;
      j[3] = -1;
    }

    double exact(double t) {
      double slaved = rate / (rate - 2);
      return slaved * Math.exp(-2 * t) + (1 - slaved) * Math.exp(-rate * t);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 1e3, 1e6})
  void followsAClosedForm(double rate) {
    Relaxation field = new Relaxation(rate);
    Rosenbrock solver = new Rosenbrock(field, new Tolerance(1e-9, 1e-9));
    solver.start(0, new double[] {1, 1}, 1e-6);
    solver.advance(2);
    assertThat(solver.time()).isEqualTo(2);
    assertThat(solver.state()[0]).isCloseTo(field.exact(2), within(1e-8));
    assertThat(solver.state()[1]).isCloseTo(Math.exp(-2), within(1e-8));
  }

  @Test
  void isOfOrderFour() {
    double previous = Double.NaN;
    for (int n = 16; n <= 64; n *= 2) {
      Rosenbrock solver = new Rosenbrock(new Oscillator(), new Tolerance(0.5, 1e6));
      solver.start(0, new double[] {1, 0}, 1);
      for (int k = 1; k <= n; k++) {
        solver.step(3.0 * k / n);
      }
      double error = Math.hypot(solver.state()[0] - Math.cos(3), solver.state()[1] + Math.sin(3));
      if (n > 16) {
        assertThat(Math.log(previous / error) / Math.log(2)).isBetween(3.7, 4.6);
      }
      previous = error;
    }
  }

  @Test
  void takesFewStepsWhereAnExplicitMethodNeedsMany() {
    Rosenbrock solver = new Rosenbrock(new Relaxation(1e6), new Tolerance(1e-6, 1e-6));
    solver.start(0, new double[] {1, 1}, 1e-6);
    int steps = 0;
    while (solver.time() < 10) {
      solver.step(10);
      steps++;
    }
    assertThat(steps).isLessThan(1000);
  }
}
