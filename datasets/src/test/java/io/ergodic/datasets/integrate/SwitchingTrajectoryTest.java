package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SwitchingTrajectoryTest {
  private static final Tolerance TOLERANCE = new Tolerance(1e-11, 1e-11);

  /** dx/dt = M x + c on either side of the plane x_0 = 0. */
  private record PiecewiseLinear(
      double[][] above, double[] pushAbove, double[][] below, double[] pushBelow)
      implements Switching {
    @Override
    public int dimension() {
      return above.length;
    }

    @Override
    public DifferentiableField side(boolean positive) {
      double[][] matrix = positive ? above : below;
      double[] push = positive ? pushAbove : pushBelow;
      return new DifferentiableField() {
        @Override
        public int dimension() {
          return matrix.length;
        }

        @Override
        public void derivative(double[] x, double[] d) {
          for (int i = 0; i < matrix.length; i++) {
            d[i] = push[i];
            for (int j = 0; j < matrix.length; j++) {
              d[i] += matrix[i][j] * x[j];
            }
          }
        }

        @Override
        public void jacobian(double[] x, double[] jacobian) {
          for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, jacobian, i * matrix.length, matrix.length);
          }
        }
      };
    }

    @Override
    public double[] normal() {
      double[] normal = new double[above.length];
      normal[0] = 1;
      return normal;
    }

    @Override
    public double offset() {
      return 0;
    }
  }

  /** x'' = -sign(x). */
  private static final Switching RELAY =
      new PiecewiseLinear(
          new double[][] {{0, 1}, {0, 0}},
          new double[] {0, -1},
          new double[][] {{0, 1}, {0, 0}},
          new double[] {0, 1});

  private static double[] flow(Switching field, double time, double... state) {
    SwitchingTrajectory solution = new SwitchingTrajectory(field, TOLERANCE, 0);
    double[] extended = java.util.Arrays.copyOf(state, solution.size());
    solution.start(extended);
    solution.advance(time);
    return java.util.Arrays.copyOf(solution.state(), state.length);
  }

  /** State, columns of the monodromy matrix, logarithm of its determinant. */
  private static double[] monodromy(Switching field, double time, double... state) {
    int n = state.length;
    SwitchingTrajectory solution = new SwitchingTrajectory(field, TOLERANCE, n);
    double[] extended = java.util.Arrays.copyOf(state, solution.size());
    for (int i = 0; i < n; i++) {
      extended[n + i * n + i] = 1;
    }
    solution.start(extended);
    solution.advance(time);
    return solution.state().clone();
  }

  private static void agreesWithDifferences(Switching field, double time, double... state) {
    int n = state.length;
    double[] exact = monodromy(field, time, state);
    double h = 1e-6;
    for (int j = 0; j < n; j++) {
      double[] ahead = state.clone();
      double[] behind = state.clone();
      ahead[j] += h;
      behind[j] -= h;
      double[] up = flow(field, time, ahead);
      double[] down = flow(field, time, behind);
      for (int i = 0; i < n; i++) {
        double difference = (up[i] - down[i]) / (2 * h);
        assertThat(exact[n + j * n + i])
            .as("entry %d, %d", i, j)
            .isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(difference))));
      }
    }
  }

  @Test
  void switchesAtTheExactTimes() {
    // from (0.5, 0): x = 0.5 - t^2 / 2 reaches 0 at t = 1, then every 2
    SwitchingTrajectory solution = new SwitchingTrajectory(RELAY, Tolerance.DEFAULT, 0);
    solution.start(new double[] {0.5, 0, 0});
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
  void monodromyOfTheRelayIsThatOfItsPeriod() {
    // the period of x'' = -sign(x) at amplitude a is 4 sqrt(2 a): at a = 1/2, T = 4, dT/da = 4.
    // after T a start (a + d, 0) lags by 4 d, which at (1/2, 0) means a speed of +4 d; a start
    // (1/2, d) only moves along the orbit. Without saltation the matrix would be a shear (1, 4)
    double[] reached = monodromy(RELAY, 4, 0.5, 0);
    assertThat(reached[0]).isCloseTo(0.5, within(1e-9));
    assertThat(reached[2]).isCloseTo(1, within(1e-8));
    assertThat(reached[3]).isCloseTo(4, within(1e-8));
    assertThat(reached[4]).isCloseTo(0, within(1e-8));
    assertThat(reached[5]).isCloseTo(1, within(1e-8));
    assertThat(reached[6]).as("area is kept").isCloseTo(0, within(1e-9));
    agreesWithDifferences(RELAY, 9.3, 0.5, 0.1);
  }

  @Test
  void determinantCountsWhatTheCrossingDoesToVolume() {
    // flow along x_0 of speed 1 above and 2 below: distances along it double at the plane
    Switching faster =
        new PiecewiseLinear(
            new double[2][2], new double[] {-1, 0}, new double[2][2], new double[] {-2, 0.5});
    double[] reached = monodromy(faster, 3, 1, 0);
    assertThat(reached[0]).isCloseTo(-4, within(1e-9));
    assertThat(reached[2]).isCloseTo(2, within(1e-9));
    assertThat(reached[3]).isCloseTo(-0.5, within(1e-9));
    assertThat(reached[6]).isCloseTo(Math.log(2), within(1e-9));
    agreesWithDifferences(faster, 3, 1, 0);
  }

  @Test
  void derivativeOfASpiralThatCrossesManyTimesIsThatOfTheFlow() {
    Switching spiral =
        new PiecewiseLinear(
            new double[][] {{0.1, 1, 0}, {-2, 0.05, 0.3}, {0, 0.2, -0.4}},
            new double[] {0, -0.7, 0.1},
            new double[][] {{-0.05, 1.5, 0}, {-1, 0, 0.1}, {0.3, 0, -0.2}},
            new double[] {0.2, 0.5, 0});
    agreesWithDifferences(spiral, 12, 1, 0.3, -0.2);
  }

  @Test
  void slidesByFilippovAndLosesADirection() {
    // both sides push to x_0 = 0 with speeds 1 and 3; along it they move at 2 and -1, and x_1
    // decays: on the plane x_1' = (3 (2 - x_1) + 1 (-1 - x_1)) / 4 = 5/4 - x_1
    Switching held =
        new PiecewiseLinear(
            new double[][] {{0, 0}, {0, -1}},
            new double[] {-1, 2},
            new double[][] {{0, 0}, {0, -1}},
            new double[] {3, -1});
    double[] reached = monodromy(held, 5, 1, 0);
    double atPlane = 2 * (1 - Math.exp(-1));
    double along = 1.25 + (atPlane - 1.25) * Math.exp(-4);
    assertThat(reached[0]).isEqualTo(0);
    assertThat(reached[1]).isCloseTo(along, within(1e-9));
    assertThat(reached[2]).as("no distance from the plane is left").isCloseTo(0, within(1e-12));
    assertThat(reached[4]).isCloseTo(0, within(1e-12));
    assertThat(reached[5]).isCloseTo(Math.exp(-5), within(1e-9));
    agreesWithDifferences(held, 5, 1, 0);
  }

  @Test
  void leavesTheSlidingPlaneWhereOneSideLetsGo() {
    // from above the push is -1 + t by a clock x_1: it slides from x_0 = 0 until t = 1, then
    // x_0 = (t - 1)^2 / 2
    Switching clock =
        new PiecewiseLinear(
            new double[][] {{0, 1}, {0, 0}},
            new double[] {-1, 1},
            new double[2][2],
            new double[] {1, 1});
    double[] reached = monodromy(clock, 3, -0.5, 0);
    assertThat(reached[0]).isCloseTo(2, within(1e-8));
    assertThat(reached[1]).isCloseTo(3, within(1e-12));
    // a later clock only leaves sooner
    assertThat(reached[4]).isCloseTo(2, within(1e-8));
    assertThat(reached[2]).isCloseTo(0, within(1e-12));
    agreesWithDifferences(clock, 3, -0.5, 0);
  }

  /** Parabolas of period 4 from (1/2, 0): of height 1/2 above the plane and as deep below. */
  private static double relay(double time) {
    double phase = (time + 1) % 4;
    double into = phase % 2 - 1;
    double arc = 0.5 * (1 - into * into);
    return phase < 2 ? arc : -arc;
  }

  @Test
  void readsTheSolutionBetweenEventsWhateverIsReadBefore() {
    SwitchingSolution dense = new SwitchingSolution(RELAY, TOLERANCE, new double[] {0.5, 0}, 1000);
    SwitchingSolution sparse = new SwitchingSolution(RELAY, TOLERANCE, new double[] {0.5, 0}, 1000);
    double[] state = new double[2];
    double[] other = new double[2];
    for (int k = 0; k <= 400; k++) {
      double time = k * 0.0625;
      dense.at(time, state, 0);
      assertThat(state[0]).as("at %s", time).isCloseTo(relay(time), within(1e-9));
      if (k % 8 == 0) {
        sparse.at(time, other, 0);
        assertThat(other).containsExactly(state);
      }
    }
  }

  @Test
  void givesUpWhereStepsAreTooMany() {
    SwitchingSolution solution =
        new SwitchingSolution(RELAY, TOLERANCE, new double[] {0.5, 0}, 0.1);
    assertThatThrownBy(() -> solution.at(100, new double[2], 0))
        .isInstanceOf(IntegrationException.class)
        .hasMessageContaining("more than 0.1 steps per unit of time");
  }
}
