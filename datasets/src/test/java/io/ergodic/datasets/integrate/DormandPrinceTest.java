package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DormandPrinceTest {
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-8, 1e-10})
  void followsTheOscillatorAsCloselyAsTold(double tolerance) {
    DormandPrince solver = new DormandPrince(new Oscillator(), new Tolerance(tolerance, tolerance));
    solver.start(0, new double[] {1, 0});
    solver.advance(20);
    assertThat(solver.time()).isEqualTo(20);
    assertThat(solver.state()[0]).isCloseTo(Math.cos(20), within(50 * tolerance));
    assertThat(solver.state()[1]).isCloseTo(-Math.sin(20), within(50 * tolerance));
  }

  @Test
  void landsOnEveryLimitItIsGiven() {
    DormandPrince solver = new DormandPrince(new Oscillator(), Tolerance.DEFAULT);
    solver.start(0, new double[] {1, 0});
    for (int i = 1; i <= 100; i++) {
      solver.advance(0.01 * i);
      assertThat(solver.state()[0]).isCloseTo(Math.cos(0.01 * i), within(1e-11));
    }
  }

  @Test
  void staysInAFixedPoint() {
    DormandPrince solver = new DormandPrince(new Oscillator(), Tolerance.DEFAULT);
    solver.start(0, new double[2]);
    solver.advance(1e6);
    assertThat(solver.state()).containsExactly(0, 0);
  }

  @Test
  void namesFieldTimeAndStateWhenTheSolutionBlowsUp() {
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
    DormandPrince solver = new DormandPrince(blowUp, Tolerance.DEFAULT);
    solver.start(0, new double[] {1});
    assertThatThrownBy(() -> solver.advance(2))
        .isInstanceOf(IntegrationException.class)
        .hasMessageContaining("of x' = x^2 at time 0.99999")
        .hasMessageContaining("in state [");
  }
}
