package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Hyperchaos from the Lu flow by state feedback. Chaos is a transient: orbits escape to infinity,
 * from the standard start after some six hundred periods. Largest exponent: tangent dynamics of
 * this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HyperLu implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperLu", 4)
          .parameter("a", 36)
          .parameter("b", 3)
          .parameter("c", 20)
          .parameter("d", 1.3)
          .start(8.1134862, 10.556644, 18.445907, -28.381517)
          .period(0.71629)
          .exponent(0.954)
          .citation(
              "Chen, Lu, Lu, Yu, Generating hyperchaotic Lu attractor via state "
                  + "feedback control, Physica A 364 (2006) 103-110");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().regime(SystemTraits.Regime.TRANSIENT);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double w = state[3];
    velocity[0] = a * (y - x) + w;
    velocity[1] = -x * z + c * y;
    velocity[2] = x * y - b * z;
    velocity[3] = x * z + d * w;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[3] = 1;
    jacobian[4] = -z;
    jacobian[5] = c;
    jacobian[6] = -x;
    jacobian[8] = y;
    jacobian[9] = x;
    jacobian[10] = -b;
    jacobian[12] = z;
    jacobian[14] = x;
    jacobian[15] = d;
  }
}
