package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import org.junit.jupiter.api.Test;

class ReferenceMethodsTest {
  private static double[] orderEight(
      VectorField field, double tolerance, double[] start, double end) {
    DormandPrince853 solver = new DormandPrince853(field, new Tolerance(tolerance, tolerance));
    solver.start(0, start);
    solver.advance(end);
    assertThat(solver.time()).isEqualTo(end);
    return solver.state();
  }

  @Test
  void orderEightFollowsTheOscillatorToRounding() {
    double[] end = orderEight(new Oscillator(), 1e-13, new double[] {1, 0}, 20);
    assertThat(end[0]).isCloseTo(Math.cos(20), within(1e-11));
    assertThat(end[1]).isCloseTo(-Math.sin(20), within(1e-11));
  }

  @Test
  void orderFiveRosenbrockAndOrderEightAgreeOnLorenz() {
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    double[] reference = orderEight(lorenz, 1e-13, lorenz.start(), 3);
    DormandPrince fifth = new DormandPrince(lorenz, Tolerance.DEFAULT);
    fifth.start(0, lorenz.start());
    fifth.advance(3);
    Rosenbrock stiff = new Rosenbrock(lorenz, Tolerance.DEFAULT);
    stiff.start(0, lorenz.start(), 1e-4);
    stiff.advance(3);
    for (int i = 0; i < 3; i++) {
      assertThat(fifth.state()[i]).isCloseTo(reference[i], within(1e-7));
      assertThat(stiff.state()[i]).isCloseTo(reference[i], within(1e-6));
    }
  }

  @Test
  void midpointKeepsQuadraticInvariantsAndIsOfOrderTwo() {
    double previous = Double.NaN;
    for (int n = 100; n <= 400; n *= 2) {
      ImplicitMidpoint rule = new ImplicitMidpoint(new Oscillator());
      double[] x = {1, 0};
      for (int k = 0; k < n; k++) {
        rule.step(x, 10.0 / n);
        assertThat(Math.hypot(x[0], x[1])).isCloseTo(1, within(1e-12));
      }
      double error = Math.hypot(x[0] - Math.cos(10), x[1] + Math.sin(10));
      if (n > 100) {
        assertThat(Math.log(previous / error) / Math.log(2)).isBetween(1.9, 2.1);
      }
      previous = error;
    }
  }
}
