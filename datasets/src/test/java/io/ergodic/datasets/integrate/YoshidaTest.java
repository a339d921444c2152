package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YoshidaTest {
  /** Henon and Heiles's two coupled oscillators. */
  private static final class HenonHeiles implements SeparableHamiltonian {
    @Override
    public int freedoms() {
      return 2;
    }

    @Override
    public void velocity(double[] p, double[] velocity) {
      velocity[0] = p[0];
      velocity[1] = p[1];
    }

    @Override
    public void force(double[] q, double[] force) {
      force[0] = -q[0] - 2 * q[0] * q[1];
      force[1] = -q[1] - q[0] * q[0] + q[1] * q[1];
    }

    static double energy(double[] q, double[] p) {
      return (p[0] * p[0] + p[1] * p[1] + q[0] * q[0] + q[1] * q[1]) / 2
          + q[0] * q[0] * q[1]
          - q[1] * q[1] * q[1] / 3;
    }
  }

  private static double worstEnergy(int order, double h, double time) {
    double[] q = {0, 0.1};
    double[] p = {0.5, 0.1};
    double energy = HenonHeiles.energy(q, p);
    Yoshida integrator = new Yoshida(new HenonHeiles(), order);
    double worst = 0;
    for (long k = 0; k < time / h; k++) {
      integrator.step(q, p, h);
      worst = Math.max(worst, Math.abs(HenonHeiles.energy(q, p) - energy));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6})
  void energyErrorFallsWithTheOrder(int order) {
    double rate = worstEnergy(order, 0.1, 200) / worstEnergy(order, 0.05, 200);
    assertThat(Math.log(rate) / Math.log(2)).isBetween(order - 0.4, order + 0.6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6})
  void energyErrorDoesNotGrow(int order) {
    assertThat(worstEnergy(order, 0.1, 20_000)).isLessThan(3 * worstEnergy(order, 0.1, 500));
  }
}
