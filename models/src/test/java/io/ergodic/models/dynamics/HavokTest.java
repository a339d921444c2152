package io.ergodic.models.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.training.TrainingFailedException;
import java.util.Arrays;
import java.util.Comparator;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** HAVOK against closed forms, and against figures of NumPy's singular value decomposition. */
class HavokTest {
  private static Complex[] eigenvalues(RealMatrix matrix) {
    Complex[] values = new EigenDecompositionNonSymmetric(matrix).getEigenvalues();
    Arrays.sort(
        values, Comparator.comparingDouble(Complex::getReal).thenComparing(Complex::getImaginary));
    return values;
  }

  private static HavokModes modes(String settings, SeriesDataset data, int block) {
    double[] solution = FittedDynamics.train("havok", settings, data).weights().doubles();
    return HavokModes.of(solution, block, data.dimension());
  }

  /** The difference quotient of exp(i w t) is i (8 sin w - sin 2 w) / 6 times it, exactly. */
  @Test
  void aSineTurnsAsItsDifferencesDo() {
    double[] values = new double[2000];
    Arrays.setAll(values, t -> Math.sin(0.3 * t + 0.4));
    SeriesDataset data = FittedDynamics.dataset(1, 0.5, values);
    Complex[] found = eigenvalues(modes("delays = 10, rank = 2", data, 10).matrix());
    double turn = (8 * Math.sin(0.3) - Math.sin(0.6)) / 6 / 0.5;
    assertThat(found[0].getReal()).isCloseTo(0, within(1e-4));
    assertThat(found[0].getImaginary()).isCloseTo(-turn, within(1e-4));
    Complex[] mapped = eigenvalues(modes("delays = 10, rank = 2, form = map", data, 10).matrix());
    assertThat(mapped[0].getReal()).isCloseTo(Math.cos(0.3), within(1e-4));
    assertThat(mapped[1].getImaginary()).isCloseTo(Math.sin(0.3), within(1e-4));
  }

  @Test
  void aMapOfModesGoesOnAsTheSineDoes() {
    double[] values = new double[2 * 1500];
    for (int t = 0; t < 1500; t++) {
      values[2 * t] = Math.sin(0.3 * t + 0.4);
      values[2 * t + 1] = 2 * Math.cos(0.3 * t + 1);
    }
    SeriesDataset data = FittedDynamics.dataset(2, 0.5, values);
    // The second variable is read out of delays of the first.
    Dynamics dynamics =
        FittedDynamics.fit("havok", "delays = 8, rank = 2, form = map, coordinates = [0]", data);
    assertThat(dynamics.contextRows()).isEqualTo(8);
    double[] state = new double[2];
    double[] seen = new double[2];
    dynamics.initialise(values, 1000, state);
    FittedDynamics.checkJacobian(dynamics, state, 1e-6);
    for (int t = 1000; t < 1200; t++) {
      dynamics.step(state, state);
      dynamics.observe(state, seen);
      assertThat(seen[0]).isCloseTo(values[2 * t], within(0.01));
      assertThat(seen[1]).isCloseTo(values[2 * t + 1], within(0.02));
    }
  }

  @Test
  void theEquationOfLorenzIsThatOfAnIndependentImplementation() {
    SeriesDataset data = FittedDynamics.dataset(3, 0.01, FittedDynamics.lorenz(0.01, 3000));
    String settings = "delays = 10, rank = 5, coordinates = [0]";
    HavokModes found = modes(settings, data, 10);
    double[][] expected = {
      {0.002988171, -24.090350175},
      {0.002988171, 24.090350175},
      {0.010236154, -9.328492640},
      {0.010236154, 9.328492640},
      {0.022518266, 0}
    };
    assertEigenvalues(found.matrix(), expected);
    // Nearly skew and tridiagonal, as published.
    double[] above = {5.20679718, 9.88358302, 13.7694805, 18.7690887};
    for (int k = 0; k < 4; k++) {
      assertThat(Math.abs(found.matrix().getEntry(k, k + 1))).isCloseTo(above[k], within(1e-3));
    }
    assertThat(Math.abs(found.readout().getEntry(1, 0))).isCloseTo(6.76014192, within(1e-4));
    assertThat(Math.abs(found.readout().getEntry(2, 4))).isCloseTo(1.63062484, within(1e-3));
    assertEigenvalues(
        modes(settings + ", form = map", data, 10).matrix(),
        new double[][] {
          {0.963757107, -0.236921328},
          {0.963757107, 0.236921328},
          {0.990983678, -0.092736423},
          {0.990983678, 0.092736423},
          {0.997197147, 0}
        });
    assertEigenvalues(
        modes("delays = 6, rank = 4, coordinates = [0, 2]", data, 12).matrix(),
        new double[][] {
          {0.008016386, -5.514353894}, {0.008016386, 5.514353894},
          {0.014741564, -3.073766061}, {0.014741564, 3.073766061}
        });
  }

  private static void assertEigenvalues(RealMatrix matrix, double[][] expected) {
    Complex[] found = eigenvalues(matrix);
    assertThat(found).hasSize(expected.length);
    for (int k = 0; k < expected.length; k++) {
      assertThat(found[k].getReal()).isCloseTo(expected[k][0], within(2e-4));
      assertThat(found[k].getImaginary()).isCloseTo(expected[k][1], within(2e-4));
    }
  }

  /** The published use: driven by the forcing that was measured, the model follows the series. */
  @Test
  void drivenByItsForcingTheModelFollowsLorenz() {
    double[] rows = FittedDynamics.lorenz(0.002, 20_000);
    SeriesDataset data = FittedDynamics.dataset(3, 0.002, rows);
    HavokModes modes = modes("delays = 50, rank = 7, coordinates = [0]", data, 50);
    RealMatrix step = modes.driven(0.002);
    HavokDynamics states = new HavokDynamics(modes, modes.matrix(), 3, new int[] {0});
    double[][] measured = new double[15_001][7];
    for (int t = 0; t < measured.length; t++) {
      states.initialise(Arrays.copyOfRange(rows, 3 * (950 + t), 3 * (1000 + t)), 50, measured[t]);
    }
    double[] driven = new double[15_000];
    double[] truth = new double[15_000];
    double[] v = Arrays.copyOf(measured[0], 8);
    for (int t = 0; t < driven.length; t++) {
      driven[t] = v[0];
      truth[t] = measured[t][0];
      v[6] = measured[t][6];
      v[7] = measured[t + 1][6];
      v = Arrays.copyOf(step.operate(v), 8);
    }
    // 0.99664 with NumPy.
    assertThat(correlation(driven, truth)).isBetween(0.996, 0.9972);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      products += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return products / Math.sqrt(squaresA * squaresB);
  }

  /** A matrix whose eigenvalues cannot be searched for is no reason to fail. */
  @Test
  void delaysOfASmoothSeriesHaveDirections() {
    double[] rows = FittedDynamics.lorenz(0.002, 20_000);
    double[] first = new double[20_000];
    Arrays.setAll(first, t -> rows[3 * t]);
    SeriesDataset data = FittedDynamics.dataset(1, 0.002, first);
    Dynamics dynamics = FittedDynamics.fit("dmd", "delays = 50, rank = 7, constant = false", data);
    double[] state = new double[50];
    dynamics.initialise(first, 5000, state);
    dynamics.step(state, state);
    assertThat(state[0]).isCloseTo(first[5000], within(0.01));
  }

  @Test
  void theForcingCanBeLeftOut() {
    SeriesDataset data = FittedDynamics.dataset(3, 0.01, FittedDynamics.lorenz(0.01, 1000));
    Dynamics dynamics = FittedDynamics.fit("havok", "delays = 10, rank = 5, forcing = none", data);
    assertThat(dynamics.stateDimension()).isEqualTo(4);
  }

  @Test
  void badSettingsAndDataAreRefused() {
    SeriesDataset data = FittedDynamics.dataset(3, 1, FittedDynamics.lorenz(0.01, 300));
    assertThatThrownBy(() -> FittedDynamics.fit("havok", "delays = 800", data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("more than 1000 features");
    assertThatThrownBy(() -> FittedDynamics.fit("havok", "coordinates = [3]", data))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("whole numbers in [0, 2], not 3");
    SeriesDataset constant = FittedDynamics.dataset(1, 1, new double[300]);
    assertThatThrownBy(() -> FittedDynamics.fit("havok", "delays = 10", constant))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("two directions or more");
  }
}
