package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * The autocatalytic reaction of Brussels under a sinusoidal feed. Largest exponent: measured for
 * this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class ForcedBrusselator implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ForcedBrusselator", 3)
          .parameter("a", 0.4)
          .parameter("b", 1.2)
          .parameter("f", 0.05)
          .parameter("w", 0.81)
          .start(0.40635464, 1.8192295, 4.2153132)
          .period(20.411)
          .exponent(0.01515)
          .citation(
              "Tomita, Kai, Stroboscopic phase portrait and strange attractors, Phys."
                  + " Lett. A 66 (1978) 91-93");
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
    double a = parameters[0];
    double b = parameters[1];
    double f = parameters[2];
    double w = parameters[3];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    velocity[0] = a + x * x * y - (b + 1) * x + f * StrictSine.cos(z);
    velocity[1] = b * x - x * x * y;
    velocity[2] = w;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double b = parameters[1];
    double f = parameters[2];
    double x = state[0];
    double y = state[1];
    double z = state[2];
    jacobian[0] = -b + 2 * x * y - 1;
    jacobian[1] = x * x;
    jacobian[2] = -f * StrictSine.sin(z);
    jacobian[3] = b - 2 * x * y;
    jacobian[4] = -x * x;
  }
}
