package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Ikeda's ring cavity z' = 1 + u z exp(i t), t = 0.4 - 6 / (1 + |z|^2). Exponents: Sprott, Chaos
 * and Time-Series Analysis (2003): 0.50760, -0.71832.
 */
@AutoService(ChaoticMap.class)
public final class Ikeda implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Ikeda", 2)
          .parameter("u", 0.9)
          .start(0.9, 0.55524451)
          .period(1)
          .exponent(0.5076)
          .citation(
              "Hammel, Jones and Moloney, Global dynamical behavior of the optical field in a ring cavity, J. Opt. Soc. Am. B 2 (1985) 552-564");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double u = parameters[0];
    double x = state[0];
    double y = state[1];
    double t = 0.4 - 6 / (1 + x * x + y * y);
    next[0] = 1 + u * (x * StrictSine.cos(t) - y * StrictSine.sin(t));
    next[1] = u * (x * StrictSine.sin(t) + y * StrictSine.cos(t));
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double u = parameters[0];
    double x = state[0];
    double y = state[1];
    double q = 1 + x * x + y * y;
    double t = 0.4 - 6 / q;
    double sin = StrictSine.sin(t);
    double cos = StrictSine.cos(t);
    double tx = 12 * x / (q * q);
    double ty = 12 * y / (q * q);
    double turned = x * sin + y * cos;
    double kept = x * cos - y * sin;
    jacobian[0] = u * (cos - turned * tx);
    jacobian[1] = u * (-sin - turned * ty);
    jacobian[2] = u * (sin + kept * tx);
    jacobian[3] = u * (cos + kept * ty);
  }
}
