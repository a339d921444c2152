package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;

/**
 * The Gumowski-Mira map x' = b y + g(x), y' = g(x') - x with g(x) = a x + 2 (1 - a) x^2 / (1 +
 * x^2). At a = -1.1, b = -0.2, as a public database has it, it ends in a fixed point or a torus; at
 * these parameters it is chaotic for some thousand iterations before it falls into a sink.
 */
@AutoService(ChaoticMap.class)
public final class GumowskiMira implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("GumowskiMira", 2)
          .parameter("a", -0.48)
          .parameter("b", 0.93)
          .start(0.1, 0.1)
          .period(1)
          .citation("Gumowski and Mira, Recurrences and Discrete Dynamic Systems, Springer (1980)");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    next[0] = b * y + g(a, x);
    next[1] = g(a, next[0]) - x;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double b = parameters[1];
    double x = state[0];
    double y = state[1];
    double first = slope(a, x);
    double second = slope(a, b * y + g(a, x));
    jacobian[0] = first;
    jacobian[1] = b;
    jacobian[2] = second * first - 1;
    jacobian[3] = second * b;
  }

  private static double g(double a, double x) {
    return a * x + 2 * (1 - a) * x * x / (1 + x * x);
  }

  private static double slope(double a, double x) {
    double q = 1 + x * x;
    return a + 4 * (1 - a) * x / (q * q);
  }
}
