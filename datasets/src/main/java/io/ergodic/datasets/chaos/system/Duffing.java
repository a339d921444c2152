package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * A driven particle in a double well: d2x/dt2 = -delta dx/dt - beta x - alpha x^3 + gamma cos(omega
 * t). Largest exponent: measured for this project (tangent dynamics with QR, Dormand- Prince at
 * 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Duffing implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("Duffing", 3)
          .parameter("alpha", 1)
          .parameter("beta", -1)
          .parameter("delta", 0.1)
          .parameter("gamma", 0.35)
          .parameter("omega", 1.4)
          .start(-1.1635382, -0.5092374, 0)
          .period(7.4496)
          .exponent(0.1287)
          .citation(
              "Duffing, Erzwungene Schwingungen bei veraenderlicher Eigenfrequenz, "
                  + "Vieweg, Braunschweig (1918)");
  private static final SystemTraits TRAITS = SystemTraits.none().driven(2, 2 * Math.PI);

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
    double alpha = parameters[0];
    double beta = parameters[1];
    double delta = parameters[2];
    double gamma = parameters[3];
    double omega = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = -delta * y - beta * x - alpha * x * x * x + gamma * StrictSine.cos(z);
    velocity[2] = omega;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double alpha = parameters[0];
    double beta = parameters[1];
    double delta = parameters[2];
    double gamma = parameters[3];
    double x = state[0];
    double z = state[2];
    jacobian[1] = 1;
    jacobian[3] = -3 * alpha * x * x - beta;
    jacobian[4] = -delta;
    jacobian[5] = -gamma * StrictSine.sin(z);
  }
}
