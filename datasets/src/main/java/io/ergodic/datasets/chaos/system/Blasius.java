package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A food chain of vegetation, consumers and predators: phase-locked amplitudes that wander
 * chaotically. Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 400
 * periods.
 */
@AutoService(ChaoticSystem.class)
public final class Blasius implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Blasius", 3)
          .parameter("a", 1)
          .parameter("alpha1", 0.2)
          .parameter("alpha2", 1)
          .parameter("b", 1)
          .parameter("c", 10)
          .parameter("k1", 0.05)
          .parameter("k2", 0)
          .parameter("zs", 0.006)
          .start(4.031713, 5.1113788, 0.016508812)
          .period(6.6038)
          .exponent(0.0612)
          .citation(
              "Blasius, Huppert, Stone, Complex dynamics and phase synchronization in"
                  + " spatially extended ecological systems, Nature 399 (1999) 354-359");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double alpha1 = parameters[1];
    double alpha2 = parameters[2];
    double b = parameters[3];
    double c = parameters[4];
    double k1 = parameters[5];
    double k2 = parameters[6];
    double zs = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x - alpha1 * x * y / (1 + k1 * x);
    velocity[1] = -b * y + alpha1 * x * y / (1 + k1 * x) - alpha2 * y * z / (1 + k2 * y);
    velocity[2] = -c * (z - zs) + alpha2 * y * z / (1 + k2 * y);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double alpha1 = parameters[1];
    double alpha2 = parameters[2];
    double b = parameters[3];
    double c = parameters[4];
    double k1 = parameters[5];
    double k2 = parameters[6];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] =
        a + alpha1 * k1 * x * y / ((k1 * x + 1) * (k1 * x + 1)) - alpha1 * y / (k1 * x + 1);
    jacobian[1] = -alpha1 * x / (k1 * x + 1);
    jacobian[3] = -alpha1 * k1 * x * y / ((k1 * x + 1) * (k1 * x + 1)) + alpha1 * y / (k1 * x + 1);
    jacobian[4] =
        alpha1 * x / (k1 * x + 1)
            + alpha2 * k2 * y * z / ((k2 * y + 1) * (k2 * y + 1))
            - alpha2 * z / (k2 * y + 1)
            - b;
    jacobian[5] = -alpha2 * y / (k2 * y + 1);
    jacobian[7] = -alpha2 * k2 * y * z / ((k2 * y + 1) * (k2 * y + 1)) + alpha2 * z / (k2 * y + 1);
    jacobian[8] = alpha2 * y / (k2 * y + 1) - c;
  }
}
