package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * El Nino as a current and the temperatures of the eastern and western ocean. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class VallisElNino implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("VallisElNino", 3)
          .parameter("b", 102)
          .parameter("c", 3)
          .parameter("p", 0)
          .start(-6.9928633, 0.023254277, -0.16581776)
          .period(2.2087)
          .exponent(0.5561)
          .citation(
              "Vallis, Conceptual models of El Nino and the Southern Oscillation, J. "
                  + "Geophys. Res. 93 (1988) 13979-13991");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double b = parameters[0];
    double c = parameters[1];
    double p = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = b * y - c * (x + p);
    velocity[1] = x * z - y;
    velocity[2] = 1 - x * y - z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double b = parameters[0];
    double c = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -c;
    jacobian[1] = b;
    jacobian[3] = z;
    jacobian[4] = -1;
    jacobian[5] = x;
    jacobian[6] = -y;
    jacobian[7] = -x;
    jacobian[8] = -1;
  }
}
