package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A flow with three quadratic terms and codimension-one and -two Hopf bifurcations; it has no
 * parameters. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-
 * Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class PehlivanWei implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("PehlivanWei", 3)
          .start(0.21665608, 0.86710502, 0.50627859)
          .period(3.7487)
          .exponent(0.06766)
          .citation(
              "Pehlivan and Wei, Analysis, nonlinear control, and chaos generator circuit "
                  + "of another strange chaotic system, Turk. J. Electr. Eng. Comput. Sci. 20 "
                  + "(2012) 1229-1239");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y - y * z;
    velocity[1] = y + y * z - 2 * x;
    velocity[2] = 2 - x * y - y * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[1] = 1 - z;
    jacobian[2] = -y;
    jacobian[3] = -2;
    jacobian[4] = z + 1;
    jacobian[5] = y;
    jacobian[6] = -y;
    jacobian[7] = -x - 2 * y;
  }
}
