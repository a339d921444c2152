package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * An economic cycle: an extended van der Pol oscillator with a feedback loop. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class Bouali implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Bouali", 3)
          .parameter("a", 1)
          .parameter("b", 0.3)
          .parameter("bb", 1)
          .parameter("c", 0.05)
          .parameter("g", 1)
          .parameter("m", 1)
          .parameter("y0", 4)
          .start(0.38673159, 3.0544196, -0.0067836194)
          .period(3.0411)
          .exponent(0.02691)
          .citation(
              "Bouali, Feedback loop in extended van der Pol equation applied to an "
                  + "economic model of cycles, Int. J. Bifurcation Chaos 9 (1999) 745-756");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double bb = parameters[2];
    double c = parameters[3];
    double g = parameters[4];
    double m = parameters[5];
    double y0 = parameters[6];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x * (y0 - y) + b * z;
    velocity[1] = -g * y * (1 - x * x);
    velocity[2] = -m * x * (1.5 - bb * z) - c * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double bb = parameters[2];
    double c = parameters[3];
    double g = parameters[4];
    double m = parameters[5];
    double y0 = parameters[6];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = a * (-y + y0);
    jacobian[1] = -a * x;
    jacobian[2] = b;
    jacobian[3] = 2 * g * x * y;
    jacobian[4] = -g * (1 - x * x);
    jacobian[6] = -m * (-bb * z + 1.5);
    jacobian[8] = bb * m * x - c;
  }
}
