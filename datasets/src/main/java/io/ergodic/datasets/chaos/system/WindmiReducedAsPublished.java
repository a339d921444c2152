package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * {@link WindmiReduced} as in the public database of chaotic systems: half the pressure stands in
 * for its square root. Data published under the name of the system come from this form. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class WindmiReducedAsPublished implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("WindmiReducedAsPublished", 3)
          .parameter("a1", 0.247)
          .parameter("b1", 10.8)
          .parameter("b2", 0.0752)
          .parameter("b3", 1.06)
          .parameter("d1", 2200)
          .parameter("vsw", 5)
          .start(0.93337506, 6.2678923, 41.969547)
          .period(4.6733)
          .exponent(0.0832)
          .citation(
              "Horton, Weigel and Sprott, Chaos and the limits of predictability for the "
                  + "solar-wind-driven magnetosphere-ionosphere system, Phys. Plasmas 8 (2001) "
                  + "2946-2952");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double a1 = parameters[0];
    double b1 = parameters[1];
    double b2 = parameters[2];
    double b3 = parameters[3];
    double d1 = parameters[4];
    double vsw = parameters[5];
    double i = state[0];
    double v = state[1];
    double p = state[2];
    double unloading = Math.sqrt(vsw) * (1 + StrictMath.tanh(d1 * (i - 1))) / 2;
    velocity[0] = a1 * (vsw - v);
    velocity[1] = b1 * i - b2 * p / 2 - b3 * v;
    velocity[2] = vsw * vsw - StrictMath.pow(p, 1.25) * unloading;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double d1 = parameters[4];
    double vsw = parameters[5];
    double i = state[0];
    double p = state[2];
    double gate = StrictMath.tanh(d1 * (i - 1));
    jacobian[1] = -parameters[0];
    jacobian[3] = parameters[1];
    jacobian[4] = -parameters[3];
    jacobian[5] = -parameters[2] / 2;
    jacobian[6] = -StrictMath.pow(p, 1.25) * Math.sqrt(vsw) * d1 * (1 - gate * gate) / 2;
    jacobian[8] = -1.25 * StrictMath.pow(p, 0.25) * Math.sqrt(vsw) * (1 + gate) / 2;
  }
}
