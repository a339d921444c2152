package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Four wings, from the merging of two disjoint attractors. Largest exponent: tangent dynamics of
 * this class with QR at tolerance 1e-8 over 3000 periods; the standard start escapes to infinity
 * after some 5000.
 */
@AutoService(ChaoticSystem.class)
public final class Sakarya implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Sakarya", 3)
          .parameter("a", -1)
          .parameter("b", 1)
          .parameter("c", 1)
          .parameter("h", 1)
          .parameter("p", 1)
          .parameter("q", 0.4)
          .parameter("r", 0.3)
          .parameter("s", 1)
          .start(-2.8976045, 3.8877978, 3.07465)
          .period(4.9844)
          .exponent(0.26)
          .citation(
              "Li, Pehlivan, Sprott and Akgul, A novel four-wing strange attractor born in "
                  + "bistability, IEICE Electron. Express 12 (2015) 20141116");

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
    double h = parameters[3];
    double p = parameters[4];
    double q = parameters[5];
    double r = parameters[6];
    double s = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x + h * y + s * y * z;
    velocity[1] = q * x * z - b * y - p * x;
    velocity[2] = c * z - r * x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double h = parameters[3];
    double p = parameters[4];
    double q = parameters[5];
    double r = parameters[6];
    double s = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = a;
    jacobian[1] = h + s * z;
    jacobian[2] = s * y;
    jacobian[3] = q * z - p;
    jacobian[4] = -b;
    jacobian[5] = q * x;
    jacobian[6] = -r * y;
    jacobian[7] = -r * x;
    jacobian[8] = c;
  }
}
