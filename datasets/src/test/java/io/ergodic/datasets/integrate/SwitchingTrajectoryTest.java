package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SwitchingTrajectoryTest {
  /** x'' = -sign(x), and for {@code sliding} x' = -sign(x) with y' = 0. */
  private record Sign(boolean sliding) implements Switching {
    @Override
    public VectorField side(boolean positive) {
      double sign = positive ? 1 : -1;
      return new VectorField() {
        @Override
        public int dimension() {
          return 2;
        }

        @Override
        public void derivative(double[] x, double[] d) {
          d[0] = sliding ? -sign : x[1];
          d[1] = sliding ? 0 : -sign;
        }
      };
    }

    @Override
    public double indicator(double[] state) {
      return state[0];
    }
  }

  @Test
  void switchesAtTheExactTimes() {
    // from (0.5, 0): x = 0.5 - t^2 / 2 reaches 0 at t = 1, then every 2
    SwitchingTrajectory solution =
        new SwitchingTrajectory(new Sign(false), Tolerance.DEFAULT, new double[] {0.5, 0});
    for (int k = 0; k < 50; k++) {
      solution.advance(2 * k + 1.5);
      assertThat(solution.lastSwitch()).isCloseTo(2 * k + 1, within(1e-9));
      assertThat(solution.switches()).isEqualTo(k + 1);
    }
    solution.advance(100);
    assertThat(solution.state()[0]).isCloseTo(0.5, within(1e-9));
    assertThat(solution.state()[1]).isCloseTo(0, within(1e-9));
  }

  @Test
  void refusesToSlide() {
    SwitchingTrajectory solution =
        new SwitchingTrajectory(new Sign(true), Tolerance.DEFAULT, new double[] {1, 0});
    assertThatThrownBy(() -> solution.advance(2))
        .isInstanceOf(IntegrationException.class)
        .hasMessageContaining("sliding");
  }
}
