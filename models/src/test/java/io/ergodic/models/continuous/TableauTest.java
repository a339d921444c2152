package io.ergodic.models.continuous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The coefficients against the conditions that make them a method of their order. */
class TableauTest {
  private static double time(int stage) {
    double sum = 0;
    for (double a : Tableau.A[stage]) {
      sum += a;
    }
    return sum;
  }

  private static double moment(double[] weights, int power) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * Math.pow(time(j), power);
    }
    return sum;
  }

  @Test
  void stagesStandAtTheirTimes() {
    double[] times = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};
    for (int s = 0; s < Tableau.STAGES; s++) {
      assertThat(time(s)).isCloseTo(times[s], within(1e-14));
    }
  }

  @Test
  void theStepIntegratesPolynomialsAndItsErrorVanishesForThem() {
    for (int power = 0; power <= 4; power++) {
      double step = moment(Tableau.A[Tableau.STAGES - 1], power);
      assertThat(step).isCloseTo(1.0 / (power + 1), within(1e-14));
      if (power <= 3) {
        assertThat(moment(Tableau.ERROR, power)).isCloseTo(0, within(1e-14));
      }
    }
    assertThat(Math.abs(moment(Tableau.ERROR, 4))).isGreaterThan(1e-4);
  }

  @Test
  void theInterpolationIsOfOrderFourAndMeetsBothEnds() {
    double[] w = new double[Tableau.STAGES];
    for (double x = 0; x <= 1; x += 0.125) {
      Tableau.interpolate(x, w);
      for (int power = 0; power <= 3; power++) {
        assertThat(moment(w, power)).isCloseTo(Math.pow(x, power + 1) / (power + 1), within(1e-13));
      }
    }
    Tableau.interpolate(1, w);
    for (int j = 0; j < Tableau.STAGES - 1; j++) {
      assertThat(w[j]).isCloseTo(Tableau.A[Tableau.STAGES - 1][j], within(1e-14));
    }
    assertThat(w[Tableau.STAGES - 1]).isCloseTo(0, within(1e-14));
  }

  /** R(z): what a step makes of y' = z y. */
  @Test
  void stabilityEndsWhereAStepNoLongerDamps() {
    assertThat(Math.abs(growth(-Tableau.STABILITY))).isCloseTo(1, within(1e-3));
    for (double z = -Tableau.STABILITY + 0.01; z < 0; z += 0.05) {
      assertThat(Math.abs(growth(z))).isLessThan(1);
    }
  }

  private static double growth(double z) {
    double[] slopes = new double[Tableau.STAGES];
    double state = 1;
    for (int s = 0; s < Tableau.STAGES; s++) {
      state = 1;
      for (int j = 0; j < s; j++) {
        state += Tableau.A[s][j] * slopes[j];
      }
      slopes[s] = z * state;
    }
    return state;
  }
}
