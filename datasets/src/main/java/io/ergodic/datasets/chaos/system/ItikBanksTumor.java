package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Tumour cells x, healthy cells y and effector immune cells z that compete. Largest exponent:
 * tangent dynamics of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class ItikBanksTumor implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ItikBanksTumor", 3)
          .parameter("a12", 1)
          .parameter("a13", 2.5)
          .parameter("a21", 1.5)
          .parameter("a31", 0.2)
          .parameter("d3", 0.5)
          .parameter("k3", 1)
          .parameter("r2", 0.6)
          .parameter("r3", 4.5)
          .start(0.051730215, 0.87071642, 0.015926427)
          .period(49.74)
          .exponent(0.0206)
          .citation(
              "Itik, Banks, Chaos in a three-dimensional cancer model, Int. J. "
                  + "Bifurcation Chaos 20 (2010) 71-79");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a12 = parameters[0];
    double a13 = parameters[1];
    double a21 = parameters[2];
    double a31 = parameters[3];
    double d3 = parameters[4];
    double k3 = parameters[5];
    double r2 = parameters[6];
    double r3 = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = x * (1 - x) - a12 * x * y - a13 * x * z;
    velocity[1] = r2 * y * (1 - y) - a21 * x * y;
    velocity[2] = r3 * x * z / (x + k3) - a31 * x * z - d3 * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a12 = parameters[0];
    double a13 = parameters[1];
    double a21 = parameters[2];
    double a31 = parameters[3];
    double d3 = parameters[4];
    double k3 = parameters[5];
    double r2 = parameters[6];
    double r3 = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a12 * y - a13 * z - 2 * x + 1;
    jacobian[1] = -a12 * x;
    jacobian[2] = -a13 * x;
    jacobian[3] = -a21 * y;
    jacobian[4] = -a21 * x - r2 * y + r2 * (1 - y);
    jacobian[6] = -a31 * z - r3 * x * z / ((k3 + x) * (k3 + x)) + r3 * z / (k3 + x);
    jacobian[8] = -a31 * x - d3 + r3 * x / (k3 + x);
  }
}
