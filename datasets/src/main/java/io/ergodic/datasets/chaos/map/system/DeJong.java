package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/** De Jong's map x' = sin(a y) - cos(b x), y' = sin(c x) - cos(d y). */
@AutoService(ChaoticMap.class)
public final class DeJong implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("DeJong", 2)
          .parameter("a", 1.641)
          .parameter("b", 1.902)
          .parameter("c", 0.316)
          .parameter("d", 1.525)
          .start(1.78166133, -1.15791549)
          .period(1)
          .citation("Dewdney, Computer Recreations, Scientific American 257 (July 1987) 108-111");

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
    next[0] = StrictSine.sin(a * y) - StrictSine.cos(b * x);
    next[1] = StrictSine.sin(c * x) - StrictSine.cos(d * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    jacobian[0] = b * StrictSine.sin(b * x);
    jacobian[1] = a * StrictSine.cos(a * y);
    jacobian[2] = c * StrictSine.cos(c * x);
    jacobian[3] = d * StrictSine.sin(d * y);
  }
}
