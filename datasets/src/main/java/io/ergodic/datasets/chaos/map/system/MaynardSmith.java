package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/** A population with memory of one generation: x' = y, y' = a y + b - x^2. */
@AutoService(ChaoticMap.class)
public final class MaynardSmith implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("MaynardSmith", 2)
          .parameter("a", 0.87)
          .parameter("b", 0.75)
          .start(0.2, 0.1)
          .period(1)
          .citation(
              "Maynard Smith, Mathematical Ideas in Biology, Cambridge University Press (1968)");

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
    next[1] = a * y + b - x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double x = state[0];
    jacobian[1] = 1;
    jacobian[2] = -2 * x;
    jacobian[3] = a;
  }
}
