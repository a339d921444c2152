package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import org.junit.jupiter.api.Test;

class DormandPrince853Test {
  private static final double[] START = {1, 0};

  /** Largest errors of one step of size h of x'' = -x: at its end, and within it. */
  private static double[] errors(double h) {
    EighthOrderStep step = new EighthOrderStep(new Oscillator());
    step.start(START);
    step.next();
    step.attempt(h);
    step.finish();
    step.extend();
    double within = 0;
    for (int i = 1; i < 40; i++) {
      double s = i / 40.0;
      double x = step.at(0, s) - Math.cos(s * h);
      double y = step.at(1, s) + Math.sin(s * h);
      within = Math.max(within, Math.hypot(x, y));
    }
    double end = Math.hypot(step.end()[0] - Math.cos(h), step.end()[1] + Math.sin(h));
    return new double[] {end, within};
  }

  @Test
  void aStepIsOfOrderEightAndItsExtensionOfOrderSeven() {
    double[] coarse = errors(1);
    double[] fine = errors(0.5);
    assertThat(Math.log(coarse[0] / fine[0]) / Math.log(2)).isBetween(8.7, 9.8);
    assertThat(Math.log(coarse[1] / fine[1]) / Math.log(2)).isBetween(7.7, 8.8);
  }

  @Test
  void followsTheOscillatorWithinAndBetweenSteps() {
    DormandPrince853 solver = new DormandPrince853(new Oscillator(), Tolerance.DEFAULT);
    solver.start(0, START);
    double[] x = new double[2];
    while (solver.time() < 20) {
      solver.step(Double.POSITIVE_INFINITY);
      for (int k = 0; k <= 10; k++) {
        double t = solver.previousTime() + 0.1 * k * (solver.time() - solver.previousTime());
        solver.read(t, x, 0);
        assertThat(x[0]).isCloseTo(Math.cos(t), within(1e-7));
        assertThat(x[1]).isCloseTo(-Math.sin(t), within(1e-7));
      }
    }
    assertThat(solver.state()[0]).isCloseTo(Math.cos(solver.time()), within(1e-9));
  }

  @Test
  void needsFarFewerEvaluationsThanOrderFive() {
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    long[] count = new long[1];
    VectorField counting =
        new VectorField() {
          @Override
          public int dimension() {
            return 3;
          }

          @Override
          public void derivative(double[] state, double[] derivative) {
            count[0]++;
            lorenz.derivative(state, derivative);
          }
        };
    DormandPrince fifth = new DormandPrince(counting, Tolerance.DEFAULT);
    fifth.start(0, lorenz.start());
    fifth.advance(20);
    long ofFive = count[0];
    count[0] = 0;
    DormandPrince853 eighth = new DormandPrince853(counting, Tolerance.DEFAULT);
    eighth.start(0, lorenz.start());
    eighth.advance(20);
    assertThat(count[0]).isLessThan(ofFive / 2);
  }

  @Test
  void staysInAFixedPointAndNamesWhereItCannotGoOn() {
    DormandPrince853 still = new DormandPrince853(new Oscillator(), Tolerance.DEFAULT);
    still.start(0, new double[2]);
    still.advance(1e6);
    assertThat(still.state()).containsExactly(0, 0);
    VectorField blowUp =
        new VectorField() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public void derivative(double[] state, double[] derivative) {
            derivative[0] = state[0] * state[0];
          }

          @Override
          public String toString() {
            return "x' = x^2";
          }
        };
    DormandPrince853 solver = new DormandPrince853(blowUp, Tolerance.DEFAULT);
    solver.start(0, new double[] {1});
    assertThatThrownBy(() -> solver.advance(2))
        .isInstanceOf(IntegrationException.class)
        .hasMessageMatching("divergence of x. = x.2 at time (0.99999|1.00000).*")
        .hasMessageContaining("in state [");
  }
}
