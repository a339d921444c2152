package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * A hyperchaotic flow with one cross product in each of three equations. Largest exponent: tangent
 * dynamics of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HyperXu implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("HyperXu", 4)
          .parameter("a", 10)
          .parameter("b", 40)
          .parameter("c", 2.5)
          .parameter("d", 2)
          .parameter("e", 16)
          .start(0.68944486, -0.60254126, -0.5814657, 0.26629277)
          .period(1.1328)
          .exponent(0.986)
          .citation("Letellier, Rossler, Hyperchaos, Scholarpedia 2 (2007) 1936");

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
    double x = state[0];
    double y = state[1];
    double z = state[2];
    double w = state[3];
    velocity[0] = a * (y - x) + w;
    velocity[1] = b * x + e * x * z;
    velocity[2] = -c * z - x * y;
    velocity[3] = x * z - d * y;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double c = parameters[2];
    double d = parameters[3];
    double e = parameters[4];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -a;
    jacobian[1] = a;
    jacobian[3] = 1;
    jacobian[4] = b + e * z;
    jacobian[6] = e * x;
    jacobian[8] = -y;
    jacobian[9] = -x;
    jacobian[10] = -c;
    jacobian[12] = z;
    jacobian[13] = -d;
    jacobian[14] = x;
  }
}
