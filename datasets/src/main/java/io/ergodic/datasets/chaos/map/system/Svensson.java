package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Svensson's variation of the de Jong map: x' = d sin(a x) - sin(b y), y' = c cos(a x) + cos(b y).
 */
@AutoService(ChaoticMap.class)
public final class Svensson implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Svensson", 2)
          .parameter("a", 1.5)
          .parameter("b", -1.8)
          .parameter("c", 1.6)
          .parameter("d", 0.9)
          .start(0.5, 0.5)
          .period(1)
          .citation(
              "Svensson, variation of the de Jong map, in Bourke, Peter de Jong attractors (2004)");

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
    next[0] = d * StrictSine.sin(a * x) - StrictSine.sin(b * y);
    next[1] = c * StrictSine.cos(a * x) + StrictSine.cos(b * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    jacobian[0] = a * d * StrictSine.cos(a * x);
    jacobian[1] = -b * StrictSine.cos(b * y);
    jacobian[2] = -a * c * StrictSine.sin(a * x);
    jacobian[3] = -b * StrictSine.sin(b * y);
  }
}
