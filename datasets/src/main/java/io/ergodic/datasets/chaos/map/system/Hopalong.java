package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * Martin's hopalong map x' = y - sign(x) sqrt(|b x - c|), y' = a - x. It preserves area, and jumps
 * across x = 0; the Jacobian is that of the side the state lies on.
 */
@AutoService(ChaoticMap.class)
public final class Hopalong implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Hopalong", 2)
          .parameter("a", 3.1)
          .parameter("b", 2.5)
          .parameter("c", 4.2)
          .start(0.1, 0.1)
          .period(1)
          .citation(
              "Dewdney, Computer Recreations, Scientific American 255 (September 1986) 14-20");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double y = state[1];
    next[0] = y - Math.signum(x) * Math.sqrt(Math.abs(b * x - c));
    next[1] = a - x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double b = parameters[1];
    double c = parameters[2];
    double x = state[0];
    double inside = b * x - c;
    jacobian[0] = -Math.signum(x) * Math.signum(inside) * b / (2 * Math.sqrt(Math.abs(inside)));
    jacobian[1] = 1;
    jacobian[2] = -1;
  }
}
