package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A spiking and bursting neuron, Hindmarsh and Rose's model in the form of Marhl and Perc: tx x' =
 * y - a x^3 + b x^2 + z - tx x, y' = -a x^3 - (d - b) x^2 + z, tz z' = c - s x - z. The equations
 * follow the published series of the public database from sample to sample to 6e-6 (median over one
 * fifteenth of a period).
 */
@AutoService(ChaoticSystem.class)
public final class HindmarshRose implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HindmarshRose", 3)
          .parameter("a", 0.49)
          .parameter("b", 1.0)
          .parameter("c", 0.0322)
          .parameter("d", 1.0)
          .parameter("s", 1.0)
          .parameter("tx", 0.03)
          .parameter("tz", 0.8)
          .start(0.031111835, -0.021557059, 0.041475046)
          .period(1.752)
          .exponent(0.2125)
          .citation(
              "Marhl and Perc, Determining the flexibility of regular and chaotic attractors,"
                  + " Chaos Solitons Fractals 28 (2006) 822-833");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double s = parameters[4];
    double tx = parameters[5];
    double tz = parameters[6];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = -x + (y - a * x * x * x + b * x * x + z) / tx;
    velocity[1] = -a * x * x * x - (d - b) * x * x + z;
    velocity[2] = (c - s * x - z) / tz;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double d = parameters[3];
    double s = parameters[4];
    double tx = parameters[5];
    double tz = parameters[6];
    double x = state[0];
    jacobian[0] = -1 + (-3 * a * x * x + 2 * b * x) / tx;
    jacobian[1] = 1 / tx;
    jacobian[2] = 1 / tx;
    jacobian[3] = -3 * a * x * x - 2 * (d - b) * x;
    jacobian[5] = 1;
    jacobian[6] = -s / tz;
    jacobian[8] = -1 / tz;
  }
}
