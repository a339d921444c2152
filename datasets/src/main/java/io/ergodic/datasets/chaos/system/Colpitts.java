package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Kennedy's piecewise linear Colpitts oscillator in the dimensionless form of Li, Zhou and Yang:
 * the transistor conducts while z is below e - 1. Largest exponent: measured for this project
 * (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Colpitts implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Colpitts", 3)
          .parameter("a", 30)
          .parameter("b", 0.8)
          .parameter("c", 20)
          .parameter("d", 0.08)
          .parameter("e", 10)
          .start(8.9389043, 0.64637337, 8.7869304)
          .period(4.2676)
          .exponent(0.109)
          .citation(
              "Kennedy, Chaos in the Colpitts oscillator, IEEE Trans. Circuits Syst. "
                  + "I 41 (1994) 771-774");
  private static final SystemTraits TRAITS =
      SystemTraits.none().smoothness(SystemTraits.Smoothness.KINKED);

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
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double e = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y - a * Math.max(0, e - 1 - z);
    velocity[1] = c - x - b * y - z;
    velocity[2] = y - d * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[3];
    double e = parameters[4];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[2] = z < e - 1 ? a : 0;
    jacobian[3] = -1;
    jacobian[4] = -b;
    jacobian[5] = -1;
    jacobian[7] = 1;
    jacobian[8] = -d;
  }
}
