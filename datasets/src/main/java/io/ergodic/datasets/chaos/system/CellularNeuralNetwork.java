package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Three cells of a cellular neural network with saturated linear outputs. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class CellularNeuralNetwork implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("CellularNeuralNetwork", 3)
          .parameter("a", 4.4)
          .parameter("b", 3.21)
          .parameter("c", 1.1)
          .parameter("d", 1.24)
          .start(-0.26574016, -0.36754928, -0.073094132)
          .period(3.2)
          .exponent(0.09794)
          .citation(
              "Arena, Caponetto, Fortuna, Porto, Bifurcation and chaos in noninteger "
                  + "order cellular neural networks, Int. J. Bifurcation Chaos 8 (1998) "
                  + "1527-1539");
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
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double fx = Math.max(-1, Math.min(1, x));
    double fy = Math.max(-1, Math.min(1, y));
    double fz = Math.max(-1, Math.min(1, z));
    velocity[0] = -x + d * fx - b * fy - b * fz;
    velocity[1] = -y - b * fx + c * fy - a * fz;
    velocity[2] = -z - b * fx + a * fy + fz;
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
    double dx = Math.abs(x) < 1 ? 1 : 0;
    double dy = Math.abs(y) < 1 ? 1 : 0;
    double dz = Math.abs(z) < 1 ? 1 : 0;
    jacobian[0] = -1 + d * dx;
    jacobian[1] = -b * dy;
    jacobian[2] = -b * dz;
    jacobian[3] = -b * dx;
    jacobian[4] = -1 + c * dy;
    jacobian[5] = -a * dz;
    jacobian[6] = -b * dx;
    jacobian[7] = a * dy;
    jacobian[8] = -1 + dz;
  }
}
