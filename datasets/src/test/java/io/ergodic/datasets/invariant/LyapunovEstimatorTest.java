package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.integrate.DifferentiableField;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.api.Test;

class LyapunovEstimatorTest {
  private static LyapunovEstimate flow(String system, double relativeError) {
    ChaoticFlow flow = ChaoticFlow.read(Settings.parse("system = " + system, ""));
    Subject subject = FlowSubjects.subject(system, flow);
    return LyapunovEstimator.estimate(
        subject,
        LyapunovSettings.standard(flow.period())
            .lengths(512, 1 << 14)
            .relativeError(relativeError));
  }

  private static LyapunovEstimate field(DifferentiableField field, double... start) {
    return LyapunovEstimator.estimate(
        new FlowTangents(field, 1, new Tolerance(1e-9, 1e-9)),
        start,
        LyapunovSettings.standard(1).lengths(2048, 4096));
  }

  private static void agrees(Estimate estimate, double literature, double itsError) {
    double allowed = 4 * estimate.standardError() + itsError;
    assertThat(estimate.value()).isCloseTo(literature, within(allowed));
  }

  @Test
  void lorenzHasTheExponentsOfTheLiterature() {
    // Sprott, Chaos and Time-Series Analysis (2003)
    LyapunovEstimate estimate = flow("Lorenz", 0.01);
    assertThat(estimate.status()).isEqualTo(Status.CHAOTIC);
    assertThat(estimate.converged()).isTrue();
    assertThat(estimate.largest().standardError()).isLessThan(0.01 * 0.906);
    agrees(estimate.exponents().get(0), 0.9056, 1e-4);
    agrees(estimate.exponents().get(1), 0, 1e-4);
    agrees(estimate.exponents().get(2), -14.5723, 1e-3);
    assertThat(estimate.zeroFound()).isTrue();
    assertThat(estimate.zeroExponent()).isEqualTo(estimate.exponents().get(1));
    // the divergence is -(sigma + 1 + beta) everywhere, so this has no statistical error
    assertThat(estimate.traceDefect().value()).isCloseTo(0, within(1e-6));
    agrees(estimate.kaplanYorke(), 2.0622, 1e-4);
    agrees(estimate.entropy(), 0.9056, 1e-4);
    assertThat(estimate.kaplanYorke().standardError()).isBetween(1e-5, 1e-3);
  }

  @Test
  void rosslerHasTheExponentsOfTheLiterature() {
    LyapunovEstimate estimate = flow("Rossler", 0.05);
    assertThat(estimate.status()).isEqualTo(Status.CHAOTIC);
    agrees(estimate.largest(), 0.0714, 1e-4);
    agrees(estimate.exponents().get(2), -5.3943, 1e-2);
    agrees(estimate.kaplanYorke(), 2.0132, 1e-4);
  }

  @Test
  void aLinearSystemHasTheRealPartsOfItsEigenvalues() {
    // eigenvalues -0.1 +- 2i and -0.7, in a basis that is not orthogonal
    double[][] matrix = {{-0.1, 2, 0.3}, {-2, -0.1, 5}, {0, 0, -0.7}};
    LyapunovEstimate estimate = field(new Linear(matrix), 1, 1, 1);
    assertThat(estimate.status()).isEqualTo(Status.REGULAR);
    assertThat(estimate.exponents().get(0).value()).isCloseTo(-0.1, within(1e-3));
    assertThat(estimate.exponents().get(1).value()).isCloseTo(-0.1, within(1e-3));
    assertThat(estimate.exponents().get(2).value()).isCloseTo(-0.7, within(1e-6));
    assertThat(estimate.traceDefect().value()).isCloseTo(0, within(1e-7));
    assertThat(estimate.kaplanYorke().value()).isZero();
  }

  @Test
  void aTorusIsRegular() {
    // two uncoupled oscillators, frequencies 2 pi and 2 pi sqrt(2)
    double a = 2 * Math.PI;
    double b = a * Math.sqrt(2);
    double[][] matrix = {{0, a, 0, 0}, {-a, 0, 0, 0}, {0, 0, 0, b}, {0, 0, -b, 0}};
    LyapunovEstimate estimate = field(new Linear(matrix), 1, 0, 1, 0);
    assertThat(estimate.status()).isEqualTo(Status.REGULAR);
    assertThat(estimate.zeroFound()).isTrue();
    assertThat(estimate.entropy().value()).isZero();
    assertThat(estimate.kaplanYorke().value()).isEqualTo(4);
  }

  @Test
  void polynomialGrowthIsNotChaos() {
    LyapunovEstimate estimate = field(new Linear(new double[][] {{0, 1}, {0, 0}}), 1, 0);
    assertThat(estimate.status()).isEqualTo(Status.REGULAR);
  }

  @Test
  void aSolutionThatEscapesHasFailedWithItsReason() {
    LyapunovEstimate estimate = field(new Linear(new double[][] {{1}}), 1);
    assertThat(estimate.status()).isEqualTo(Status.FAILED);
    assertThat(estimate.reason())
        .contains("divergence of linear")
        .contains("at time")
        .contains("counted from 27.0");
  }

  @Test
  void theSameSettingsGiveTheSameBits() {
    assertThat(flow("Lorenz", 0.05)).isEqualTo(flow("Lorenz", 0.05));
  }

  private record Linear(double[][] matrix) implements DifferentiableField {
    @Override
    public int dimension() {
      return matrix.length;
    }

    @Override
    public void derivative(double[] state, double[] derivative) {
      for (int i = 0; i < matrix.length; i++) {
        derivative[i] = 0;
        for (int j = 0; j < matrix.length; j++) {
          derivative[i] += matrix[i][j] * state[j];
        }
      }
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      for (int i = 0; i < matrix.length; i++) {
        System.arraycopy(matrix[i], 0, jacobian, i * matrix.length, matrix.length);
      }
    }

    @Override
    public String toString() {
      return "linear";
    }
  }
}
