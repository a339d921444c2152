package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/** Pickover's Clifford map x' = sin(a y) + c cos(a x), y' = sin(b x) + d cos(b y). */
@AutoService(ChaoticMap.class)
public final class Pickover implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Pickover", 2)
          .parameter("a", -1.4)
          .parameter("b", 1.6)
          .parameter("c", 1.0)
          .parameter("d", 0.7)
          .start(-0.97631884, -1.2040783)
          .period(1)
          .citation("Pickover, Computers, Pattern, Chaos and Beauty, St. Martin (1990)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    next[0] = StrictSine.sin(a * y) + c * StrictSine.cos(a * x);
    next[1] = StrictSine.sin(b * x) + d * StrictSine.cos(b * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    jacobian[0] = -a * c * StrictSine.sin(a * x);
    jacobian[1] = a * StrictSine.cos(a * y);
    jacobian[2] = b * StrictSine.cos(b * x);
    jacobian[3] = -b * d * StrictSine.sin(b * y);
  }
}
