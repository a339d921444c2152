package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.integrate.DelayField;
import io.ergodic.datasets.integrate.DelayTrajectory;
import io.ergodic.datasets.integrate.Tolerance;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayTangentsTest {
  /** x' = a x + b x(t - delay) - c x^3. */
  private record Scalar(double a, double b, double c, double delay) implements DelayField {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public void derivative(double[] x, double[] delayed, double[] derivative) {
      derivative[0] = a * x[0] + b * delayed[0] - c * x[0] * x[0] * x[0];
    }

    @Override
    public void jacobians(double[] x, double[] delayed, double[] present, double[] past) {
      present[0] = a - 3 * c * x[0] * x[0];
      past[0] = b;
    }
  }

  @Test
  void followsTheSolutionOfTheMethodOfSteps() {
    Scalar field = new Scalar(1, -1.4, 0.3, 1.3);
    DelayTangents tangents = new DelayTangents(field, 256, 200, 1);
    DelayTrajectory exact =
        new DelayTrajectory(field, new Tolerance(1e-12, 1e-12), new double[] {0.4});
    double h = field.delay() / 256;
    double[] solution = new double[2 * 256 + 1];
    for (int k = 0; k <= 2 * 256; k++) {
      exact.at(6 * field.delay() + k * h, solution, k);
    }
    double[] state = new double[tangents.dimension()];
    double[] slope = new double[1];
    for (int k = 0; k <= 256; k++) {
      state[2 * k] = solution[256 + k];
      field.derivative(new double[] {solution[256 + k]}, new double[] {solution[k]}, slope);
      state[2 * k + 1] = slope[0];
    }
    double[] seen = new double[1];
    double[] expected = new double[1];
    for (int k = 1; k <= 20; k++) {
      tangents.advance(state, TangentFrame.empty(tangents.dimension()));
      tangents.observe(state, seen);
      exact.at(8 * field.delay() + k * tangents.interval(), expected, 0);
      assertThat(seen[0]).isCloseTo(expected[0], within(2e-8));
    }
  }

  @Test
  void vectorsAreTheDerivative() {
    Scalar field = new Scalar(1, -1.4, 0.3, 1.3);
    DelayTangents tangents = new DelayTangents(field, 16, 37, 3);
    int n = tangents.dimension();
    double[] state = tangents.constant(new double[] {0.4});
    tangents.advance(state, TangentFrame.empty(n));
    TangentFrame frame = new TangentFrame(n, 1, 5);
    double[] direction = frame.values().clone();
    double h = 1e-6;
    double[] ahead = state.clone();
    double[] behind = state.clone();
    for (int i = 0; i < n; i++) {
      ahead[i] += h * direction[i];
      behind[i] -= h * direction[i];
    }
    tangents.advance(ahead, TangentFrame.empty(n));
    tangents.advance(behind, TangentFrame.empty(n));
    tangents.advance(state, frame);
    frame.orthonormalise();
    double[] growth = new double[2];
    frame.take(growth);
    for (int i = 0; i < n; i++) {
      double difference = (ahead[i] - behind[i]) / (2 * h);
      assertThat(Math.exp(growth[0]) * frame.values()[i]).isCloseTo(difference, within(1e-7));
    }
  }

  @Test
  void exponentsOfALinearEquationAreTheRootsOfItsCharacteristicEquation() {
    // s + exp(-s) = 0: s = -0.31813150520476 +- 1.33723570143069i, -2.06227772959828 +- 7.5886...i
    DelayTangents tangents = new DelayTangents(new Scalar(0, -1, 0, 1), 64, 64, 4);
    List<Estimate> exponents =
        LyapunovEstimator.estimate(
                tangents,
                tangents.constant(new double[] {0.1}),
                LyapunovSettings.standard(1).discard(40).lengths(4000, 4000))
            .exponents();
    double first = exponents.get(0).value();
    double second = exponents.get(1).value();
    assertThat((first + second) / 2).isCloseTo(-0.31813150520476, within(1e-4));
    assertThat(first).isCloseTo(-0.31813150520476, within(1e-3));
    double others = exponents.get(2).value() + exponents.get(3).value();
    assertThat(others / 2).isCloseTo(-2.06227772959828, within(1e-3));
  }
}
