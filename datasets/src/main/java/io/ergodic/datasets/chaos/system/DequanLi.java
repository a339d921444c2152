package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * A three-scroll relative of the Lorenz flow. From this start chaos lasts some two hundred periods
 * before the motion settles on a limit cycle.
 */
@AutoService(ChaoticSystem.class)
public final class DequanLi implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("DequanLi", 3)
          .parameter("a", 40)
          .parameter("c", 1.833)
          .parameter("d", 0.16)
          .parameter("eps", 0.65)
          .parameter("f", 20)
          .parameter("k", 55)
          .start(-11.395722, -104.12614, 202.46173)
          .period(0.083806)
          .citation("Li, A three-scroll chaotic attractor, Phys. Lett. A 372 (2008) 387-393");
  private static final SystemTraits TRAITS =
      SystemTraits.none().regime(SystemTraits.Regime.TRANSIENT);

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return TRAITS;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double c = parameters[1];
    double d = parameters[2];
    double eps = parameters[3];
    double f = parameters[4];
    double k = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * (y - x) + d * x * z;
    velocity[1] = k * x + f * y - x * z;
    velocity[2] = c * z + x * y - eps * x * x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double c = parameters[1];
    double d = parameters[2];
    double eps = parameters[3];
    double f = parameters[4];
    double k = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a + d * z;
    jacobian[1] = a;
    jacobian[2] = d * x;
    jacobian[3] = k - z;
    jacobian[4] = f;
    jacobian[5] = -x;
    jacobian[6] = -2 * eps * x + y;
    jacobian[7] = x;
    jacobian[8] = c;
  }
}
