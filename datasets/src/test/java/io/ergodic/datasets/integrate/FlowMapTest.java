package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import org.junit.jupiter.api.Test;

class FlowMapTest {
  @Test
  void isARotationForTheOscillator() {
    FlowMap map = new FlowMap(new Oscillator(), 0.7, Tolerance.DEFAULT);
    double[] state = {0.3, -1.2};
    double[] jacobian = new double[4];
    map.jacobian(state, jacobian);
    double[] rotation = {Math.cos(0.7), Math.sin(0.7), -Math.sin(0.7), Math.cos(0.7)};
    for (int i = 0; i < 4; i++) {
      assertThat(jacobian[i]).isCloseTo(rotation[i], within(1e-9));
    }
    map.apply(state, state);
    assertThat(state[0]).isCloseTo(0.3 * Math.cos(0.7) - 1.2 * Math.sin(0.7), within(1e-9));
  }

  @Test
  void volumeShrinksByLiouville() {
    ChaoticFlow lorenz = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", "test"));
    double step = 0.1;
    double[] j = new double[9];
    new FlowMap(lorenz, step, Tolerance.DEFAULT).jacobian(lorenz.start(), j);
    double determinant =
        j[0] * (j[4] * j[8] - j[5] * j[7])
            - j[1] * (j[3] * j[8] - j[5] * j[6])
            + j[2] * (j[3] * j[7] - j[4] * j[6]);
    double divergence = -(10 + 1 + 8.0 / 3);
    assertThat(determinant).isCloseTo(Math.exp(divergence * step), within(1e-8));
  }
}
