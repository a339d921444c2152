package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
  @Test
  void isAsCloseBetweenStepsAsAtThem() {
    Trajectory trajectory =
        new Trajectory(new Oscillator(), Tolerance.DEFAULT, new double[] {1, 0});
    double[] x = new double[2];
    for (int k = 0; k <= 10_000; k++) {
      double time = 0.001 * k;
      trajectory.at(time, x, 0);
      assertThat(x[0]).isCloseTo(Math.cos(time), within(1e-9));
      assertThat(x[1]).isCloseTo(-Math.sin(time), within(1e-9));
    }
  }

  @Test
  void isTheSameHoweverDenselyItIsRead() {
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    Trajectory dense = new Trajectory(lorenz, Tolerance.DEFAULT, lorenz.start());
    Trajectory sparse = new Trajectory(lorenz, Tolerance.DEFAULT, lorenz.start());
    double[] a = new double[3];
    double[] b = new double[3];
    for (int k = 0; k <= 4000; k++) {
      dense.at(k * 0.015625, a, 0);
      if (k % 64 == 0) {
        sparse.at(k * 0.015625, b, 0);
        assertThat(b).containsExactly(a);
      }
    }
  }

  @Test
  void doesNotGoBack() {
    Trajectory trajectory =
        new Trajectory(new Oscillator(), Tolerance.DEFAULT, new double[] {1, 0});
    double[] x = new double[2];
    trajectory.at(10, x, 0);
    assertThatThrownBy(() -> trajectory.at(1, x, 0)).hasMessageContaining("lies before");
  }
}
