package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Eco-epidemiology of the Salton Sea: susceptible fish, infected fish, and the pelicans that eat
 * the infected. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-
 * Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class SaltonSea implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("SaltonSea", 3)
          .parameter("a", 15)
          .parameter("d", 8.3)
          .parameter("k", 400)
          .parameter("lam", 0.06)
          .parameter("m", 15.5)
          .parameter("mu", 3.4)
          .parameter("r", 22)
          .parameter("th", 10)
          .start(231.92548, 89.511944, 56.753804)
          .period(0.96738)
          .exponent(0.3837)
          .citation(
              "Upadhyay, Bairagi, Kundu and Chattopadhyay, Chaos in eco-epidemiological "
                  + "problem of the Salton Sea and its possible control, Appl. Math. Comput. 196 "
                  + "(2008) 392-401");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double d = parameters[1];
    double k = parameters[2];
    double lam = parameters[3];
    double m = parameters[4];
    double mu = parameters[5];
    double r = parameters[6];
    double th = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = r * x * (1 - (x + y) / k) - lam * x * y;
    velocity[1] = lam * x * y - m * y * z / (y + a) - mu * y;
    velocity[2] = th * y * z / (y + a) - d * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double d = parameters[1];
    double k = parameters[2];
    double lam = parameters[3];
    double m = parameters[4];
    double mu = parameters[5];
    double r = parameters[6];
    double th = parameters[7];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = r * (1 - (2 * x + y) / k) - lam * y;
    jacobian[1] = -x * (r / k + lam);
    jacobian[3] = lam * y;
    jacobian[4] = lam * x - a * m * z / ((y + a) * (y + a)) - mu;
    jacobian[5] = -m * y / (a + y);
    jacobian[7] = a * th * z / ((y + a) * (y + a));
    jacobian[8] = th * y / (y + a) - d;
  }
}
