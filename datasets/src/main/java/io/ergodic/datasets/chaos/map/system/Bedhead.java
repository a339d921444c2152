package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/** Emrich's map x' = y sin(x y / b) + cos(a x - y), y' = x + sin(y) / b. */
@AutoService(ChaoticMap.class)
public final class Bedhead implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Bedhead", 2)
          .parameter("a", -0.67)
          .parameter("b", 0.83)
          .start(0.5, 0.5)
          .period(1)
          .citation("Emrich, Bedhead attractor, in Softology, 2D strange attractors (2017)");

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
    next[0] = y * StrictSine.sin(x * y / b) + StrictSine.cos(a * x - y);
    next[1] = x + StrictSine.sin(y) / b;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double along = StrictSine.cos(x * y / b) * y / b;
    double across = StrictSine.sin(a * x - y);
    jacobian[0] = y * along - a * across;
    jacobian[1] = StrictSine.sin(x * y / b) + x * along + across;
    jacobian[2] = 1;
    jacobian[3] = StrictSine.cos(y) / b;
  }
}
