package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * A food chain of three species with saturating predation: the teacup attractor. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class HastingsPowell implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HastingsPowell", 3)
          .parameter("a1", 5)
          .parameter("a2", 0.1)
          .parameter("b1", 3)
          .parameter("b2", 2)
          .parameter("d1", 0.4)
          .parameter("d2", 0.01)
          .start(0.73207001, 0.17549271, 9.9014657)
          .period(135.19)
          .exponent(0.006745)
          .citation(
              "Hastings, Powell, Chaos in a three-species food chain, Ecology 72 "
                  + "(1991) 896-903");
  private static final SystemTraits TRAITS = SystemTraits.none().asStiff();

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
    double a1 = parameters[0];
    double a2 = parameters[1];
    double b1 = parameters[2];
    double b2 = parameters[3];
    double d1 = parameters[4];
    double d2 = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = x * (1 - x) - a1 * x * y / (1 + b1 * x);
    velocity[1] = a1 * x * y / (1 + b1 * x) - d1 * y - a2 * y * z / (1 + b2 * y);
    velocity[2] = a2 * y * z / (1 + b2 * y) - d2 * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a1 = parameters[0];
    double a2 = parameters[1];
    double b1 = parameters[2];
    double b2 = parameters[3];
    double d1 = parameters[4];
    double d2 = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] =
        a1 * b1 * x * y / ((b1 * x + 1) * (b1 * x + 1)) - a1 * y / (b1 * x + 1) - 2 * x + 1;
    jacobian[1] = -a1 * x / (b1 * x + 1);
    jacobian[3] = -a1 * b1 * x * y / ((b1 * x + 1) * (b1 * x + 1)) + a1 * y / (b1 * x + 1);
    jacobian[4] =
        a1 * x / (b1 * x + 1)
            + a2 * b2 * y * z / ((b2 * y + 1) * (b2 * y + 1))
            - a2 * z / (b2 * y + 1)
            - d1;
    jacobian[5] = -a2 * y / (b2 * y + 1);
    jacobian[7] = -a2 * b2 * y * z / ((b2 * y + 1) * (b2 * y + 1)) + a2 * z / (b2 * y + 1);
    jacobian[8] = a2 * y / (b2 * y + 1) - d2;
  }
}
