package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The jerk circuit of Sprott with a diode: d3x/dt3 = -d2x/dt2 - x - eps (exp(dx/dt / y0) - 1).
 * Largest exponent: measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8
 * batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class JerkCircuit implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("JerkCircuit", 3)
          .parameter("eps", 1e-09)
          .parameter("y0", 0.026)
          .start(-1.300882, 0.065382947, 0.91801911)
          .period(19.455)
          .exponent(0.0734)
          .citation(
              "Sprott, A new chaotic jerk circuit, IEEE Trans. Circuits Syst. II 58 "
                  + "(2011) 240-243");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    double eps = parameters[0];
    double y0 = parameters[1];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = y;
    velocity[1] = z;
    velocity[2] = -z - x - eps * (StrictMath.exp(y / y0) - 1);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double eps = parameters[0];
    double y0 = parameters[1];
    double y = state[1];
    jacobian[1] = 1;
    jacobian[5] = 1;
    jacobian[6] = -1;
    jacobian[7] = -eps * StrictMath.exp(y / y0) / y0;
    jacobian[8] = -1;
  }
}
