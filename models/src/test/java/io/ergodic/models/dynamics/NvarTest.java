package io.ergodic.models.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * NVAR on 400 rows of Lorenz-63 at 0.025, a twentieth as large, against figures of NumPy's least
 * squares on the rows themselves. (In its own units the sums lose what a ridge of 2.5e-6 does.)
 */
class NvarTest {
  private static final double STEP = 0.025;
  private static final int FIRST = 200;
  private static final int LAST = 600;
  private static final double[] ROWS = scaled();
  private static final SeriesDataset TRAIN =
      FittedDynamics.dataset(3, STEP, Arrays.copyOfRange(ROWS, 3 * FIRST, 3 * LAST));

  private static double[] scaled() {
    return Arrays.stream(FittedDynamics.lorenz(STEP, 1200)).map(value -> value / 20).toArray();
  }

  private static double[] started(Dynamics dynamics, int row) {
    double[] state = new double[dynamics.stateDimension()];
    dynamics.initialise(ROWS, row + 1, state);
    return state;
  }

  @Test
  void errorsAreThoseOfAnIndependentImplementation() {
    Dynamics quadratic = fit("");
    assertThat(trainingError(quadratic)).isCloseTo(2.0257944e-4, within(1e-8));
    assertRun(quadratic, 1, 0.055239036, -0.141763058, 0.318368748);
    assertRun(quadratic, 10, -0.004322417, -0.228559565, 1.334075781);
    Dynamics quartic = fit("degrees = [0, 1, 2, 3, 4]");
    assertThat(trainingError(quartic)).isCloseTo(4.7485994e-5, within(1e-8));
    assertRun(quartic, 1, 0.055301044, -0.140017150, 0.318006796);
    assertRun(quartic, 10, -0.003086332, -0.226236363, 1.336171490);
    FittedDynamics.checkJacobian(quartic, started(quartic, 700), 1e-6);
    Dynamics odd = fit("degrees = [1, 3]");
    assertThat(trainingError(odd)).isCloseTo(3.5197526e-4, within(1e-8));
    assertRun(odd, 10, -0.019614457, -0.275110031, 1.056607374);
  }

  private static Dynamics fit(String settings) {
    return FittedDynamics.fit("nvar", "ridge = 1e-4\n" + settings, TRAIN);
  }

  /** Root mean square of one step over the training rows, by the deviation of all values. */
  private static double trainingError(Dynamics dynamics) {
    double squares = 0;
    for (int row = FIRST + 1; row < LAST - 1; row++) {
      double[] state = started(dynamics, row);
      dynamics.step(state, state);
      for (int c = 0; c < 3; c++) {
        squares += Math.pow(state[c] - ROWS[3 * (row + 1) + c], 2);
      }
    }
    double mean = Arrays.stream(ROWS).average().orElseThrow();
    double variance = Arrays.stream(ROWS).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return Math.sqrt(squares / (3 * (LAST - FIRST - 2)) / variance);
  }

  /** What a run from the row behind the training rows shows: of one step its increment. */
  private static void assertRun(Dynamics dynamics, int steps, double... expected) {
    double[] state = started(dynamics, LAST);
    for (int k = 0; k < steps; k++) {
      dynamics.step(state, state);
    }
    for (int c = 0; c < 3; c++) {
      double start = steps == 1 ? ROWS[3 * LAST + c] : 0;
      assertThat(state[c] - start).isCloseTo(expected[c], within(2e-6));
    }
  }

  /** Odd products alone make a map that is odd. */
  private static double[] odd(int sign) {
    Dynamics dynamics = fit("degrees = [1, 3]");
    double[] state = {3, -1, 2, 2.5, -1.5, 2};
    Arrays.setAll(state, i -> sign * state[i]);
    dynamics.step(state, state);
    return Arrays.stream(state).map(value -> sign * value).toArray();
  }

  @Test
  void oddDegreesMakeAnOddMap() {
    assertThat(odd(1)).isEqualTo(odd(-1));
  }

  @Test
  void namedDegreesAreThoseOfTheirNames() {
    double[] named = FittedDynamics.train("nvar", "monomials = odd", TRAIN).weights().doubles();
    double[] listed = FittedDynamics.train("nvar", "degrees = [1, 3]", TRAIN).weights().doubles();
    assertThat(named).isEqualTo(listed).hasSize(3 * (6 + 56));
  }

  @Test
  void badDegreesAreRefused() {
    assertRefused("degrees = [0, 1, 9], delays = 3", "features, more than 5000");
    assertRefused("degrees = [1, 1]", "none twice");
    assertRefused("degrees = []", "at least one");
    assertRefused("degrees = [1.5]", "must be whole numbers in [0, 20], not 1.5");
    assertRefused("degrees = [1], monomials = odd", "cannot be given together with monomials");
  }

  private static void assertRefused(String settings, String message) {
    assertThatThrownBy(() -> FittedDynamics.fit("nvar", settings, TRAIN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
