package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The Lorenz flow slowed down to rest on a sphere of radius r, which no orbit from inside leaves:
 * every component is multiplied by 1 - (x^2 + y^2 + z^2) / r^2. Largest exponent: measured for this
 * project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class LorenzBounded implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LorenzBounded", 3)
          .parameter("beta", 2.667)
          .parameter("r", 64)
          .parameter("rho", 28)
          .parameter("sigma", 10)
          .start(-13.284881, -12.444334, 34.188198)
          .period(1.3716)
          .exponent(0.7151)
          .citation(
              "Sprott and Xiong, Classifying and quantifying basins of attraction, Chaos 25"
                  + " (2015) 083101");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double beta = parameters[0];
    double r = parameters[1];
    double rho = parameters[2];
    double sigma = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double pace = 1 - (x * x + y * y + z * z) / (r * r);
    velocity[0] = pace * sigma * (y - x);
    velocity[1] = pace * (x * (rho - z) - y);
    velocity[2] = pace * (x * y - beta * z);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double beta = parameters[0];
    double r = parameters[1];
    double rho = parameters[2];
    double sigma = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double pace = 1 - (x * x + y * y + z * z) / (r * r);
    double slope = -2 / (r * r);
    double first = slope * sigma * (y - x);
    double second = slope * (x * (rho - z) - y);
    double third = slope * (x * y - beta * z);
    jacobian[0] = first * x - pace * sigma;
    jacobian[1] = first * y + pace * sigma;
    jacobian[2] = first * z;
    jacobian[3] = second * x + pace * (rho - z);
    jacobian[4] = second * y - pace;
    jacobian[5] = second * z - pace * x;
    jacobian[6] = third * x + pace * y;
    jacobian[7] = third * y + pace * x;
    jacobian[8] = third * z - pace * beta;
  }
}
