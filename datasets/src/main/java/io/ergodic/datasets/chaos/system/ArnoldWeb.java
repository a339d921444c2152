package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Two rotators and a clock, weakly coupled: H = (p1^2 + p2^2) / 2 + mu / (cos x1 + cos x2 + cos z +
 * 4) with dz/dt = w. Largest exponent: measured for this project (tangent dynamics with QR,
 * Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class ArnoldWeb implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ArnoldWeb", 5)
          .parameter("mu", 0.01)
          .parameter("w", 1)
          .start(0.10469507, 0.089292998, 4.6615712, 4.6152792, 0.1)
          .period(67.25)
          .exponent(0.006019)
          .citation(
              "Froeschle, Guzzo, Lega, Graphical evolution of the Arnold web: from "
                  + "order to chaos, Science 289 (2000) 2108-2110");
  private static final SystemTraits TRAITS =
      SystemTraits.none()
          .driven(4, 2 * Math.PI)
          .repeatingAlong(2, 2 * Math.PI)
          .repeatingAlong(3, 2 * Math.PI)
          .asHamiltonian()
          .asVolumePreserving();

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
    double mu = parameters[0];
    double w = parameters[1];
    double p1 = state[0];
    double p2 = state[1];
    double x1 = state[2];
    double x2 = state[3];
    double z = state[4];
    double D = StrictSine.cos(x1) + StrictSine.cos(x2) + StrictSine.cos(z) + 4;
    velocity[0] = mu * -StrictSine.sin(x1) / (D * D);
    velocity[1] = mu * -StrictSine.sin(x2) / (D * D);
    velocity[2] = p1;
    velocity[3] = p2;
    velocity[4] = w;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double mu = parameters[0];
    double x1 = state[2];
    double x2 = state[3];
    double z = state[4];
    double t0 = StrictSine.cos(x1);
    double t1 = StrictSine.sin(x1);
    double t2 = StrictSine.cos(x2);
    double t3 = t0 + t2 + StrictSine.cos(z) + 4;
    double t4 = 2 / t3;
    double t5 = mu / (t3 * t3);
    double t6 = StrictSine.sin(x2);
    double t7 = 1 / (t3 * t3 * t3);
    double t8 = 2 * mu * t1 * t7;
    double t9 = -t6 * t8;
    double t10 = StrictSine.sin(z);
    jacobian[2] = -t5 * (t0 + t4 * t1 * t1);
    jacobian[3] = t9;
    jacobian[4] = -t10 * t8;
    jacobian[7] = t9;
    jacobian[8] = -t5 * (t2 + t4 * t6 * t6);
    jacobian[9] = -2 * mu * t10 * t6 * t7;
    jacobian[10] = 1;
    jacobian[16] = 1;
  }
}
