package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Two coupled disk dynamos as a model of the reversals of the Earth's field. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class RikitakeDynamo implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("RikitakeDynamo", 3)
          .parameter("a", 1)
          .parameter("mu", 1)
          .start(-0.7791562791136255, -0.6302244598741468, 2.671200187214492)
          .period(5.8975)
          .exponent(0.1278)
          .citation(
              "Rikitake, Oscillations of a system of disk dynamos, Math. Proc. Camb. "
                  + "Phil. Soc. 54 (1958) 89-105");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double mu = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -mu * x + y * z;
    velocity[1] = -mu * y + x * (z - a);
    velocity[2] = 1 - x * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double mu = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -mu;
    jacobian[1] = z;
    jacobian[2] = y;
    jacobian[3] = z - a;
    jacobian[4] = -mu;
    jacobian[5] = x;
    jacobian[6] = -y;
    jacobian[7] = -x;
  }
}
