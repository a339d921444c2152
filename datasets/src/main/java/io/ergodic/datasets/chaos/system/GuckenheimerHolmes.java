package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A perturbed normal form of the bifurcation where a saddle-node meets a Hopf point. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class GuckenheimerHolmes implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("GuckenheimerHolmes", 3)
          .parameter("a", 0.4)
          .parameter("b", 20.25)
          .parameter("c", 3)
          .parameter("d", 1.6)
          .parameter("e", 1.7)
          .parameter("f", 0.44)
          .start(-0.55582369, 0.05181624, 0.37766104)
          .period(0.30769)
          .exponent(0.48)
          .citation(
              "Guckenheimer, Holmes, Nonlinear Oscillations, Dynamical Systems, and "
                  + "Bifurcations of Vector Fields, Springer (1983), section 7.4");

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
    double e = parameters[4];
    double f = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a * x - b * y + c * x * z + d * z * (x * x + y * y);
    velocity[1] = a * y + b * x + c * y * z;
    velocity[2] = e - z * z - f * (x * x + y * y) - a * z * z * z;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double f = parameters[5];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = a + c * z + 2 * d * x * z;
    jacobian[1] = -b + 2 * d * y * z;
    jacobian[2] = c * x + d * (x * x + y * y);
    jacobian[3] = b;
    jacobian[4] = a + c * z;
    jacobian[5] = c * y;
    jacobian[6] = -2 * f * x;
    jacobian[7] = -2 * f * y;
    jacobian[8] = -3 * a * z * z - 2 * z;
  }
}
