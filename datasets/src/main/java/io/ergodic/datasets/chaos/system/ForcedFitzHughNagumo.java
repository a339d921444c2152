package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * The FitzHugh-Nagumo neuron under a sinusoidal current. At these parameters the drive holds it on
 * a limit cycle.
 */
@AutoService(ChaoticSystem.class)
public final class ForcedFitzHughNagumo implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("ForcedFitzHughNagumo", 3)
          .parameter("a", 0.7)
          .parameter("b", 0.8)
          .parameter("curr", 0.965)
          .parameter("f", 0.4008225)
          .parameter("gamma", 0.08)
          .parameter("omega", 0.043650793650793655)
          .start(-1.2155252, -0.046470891, 0)
          .period(42.122)
          .citation(
              "FitzHugh, Impulses and physiological states in theoretical models of "
                  + "nerve membrane, Biophys. J. 1 (1961) 445-466");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(2, 2 * Math.PI).regime(SystemTraits.Regime.REGULAR);

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
    double curr = parameters[2];
    double f = parameters[3];
    double gamma = parameters[4];
    double omega = parameters[5];
    double v = state[0];
    double w = state[1];
    double z = state[2];
    velocity[0] = v - v * v * v / 3 - w + curr + f * StrictSine.sin(z);
    velocity[1] = gamma * (v + a - b * w);
    velocity[2] = omega;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double b = parameters[1];
    double f = parameters[3];
    double gamma = parameters[4];
    double v = state[0];
    double z = state[2];
    jacobian[0] = 1 - v * v;
    jacobian[1] = -1;
    jacobian[2] = f * StrictSine.cos(z);
    jacobian[3] = gamma;
    jacobian[4] = -b * gamma;
  }
}
