package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/** Holmes's cubic map x' = y, y' = -b x + a y - y^3, named after the Duffing oscillator. */
@AutoService(ChaoticMap.class)
public final class DuffingMap implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("DuffingMap", 2)
          .parameter("a", 2.75)
          .parameter("b", 0.2)
          .start(0.51, 0.1)
          .period(1)
          .citation(
              "Holmes, A nonlinear oscillator with a strange attractor, Phil. Trans. Roy. Soc. A 292 (1979) 419-448");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    next[0] = y;
    next[1] = -b * x + a * y - y * y * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double y = state[1];
    jacobian[1] = 1;
    jacobian[2] = -b;
    jacobian[3] = a - 3 * y * y;
  }
}
