package io.ergodic.datasets.integrate;

/**
 * Symplectic integrators of orders 2, 4 and 6 with a fixed step, composed of leapfrog steps
 * (Yoshida, Phys. Lett. A 150, 1990: the triple jump, and solution A of order 6). The energy error
 * stays bounded for exponentially long times.
 */
public final class Yoshida {
  private static final double CUBE_ROOT = Math.cbrt(2);
  private static final double OUTER = 1 / (2 - CUBE_ROOT);
  private static final double[] SIXTH = {0.784513610477560, 0.235573213359357, -1.17767998417887};

  private final SeparableHamiltonian system;
  private final double[] weights;
  private final double[] slope;

  /**
   * @param order 2, 4 or 6
   */
  public Yoshida(SeparableHamiltonian system, int order) {
    this.system = system;
    this.slope = new double[system.freedoms()];
    this.weights =
        switch (order) {
          case 2 -> new double[] {1};
          case 4 -> new double[] {OUTER, -CUBE_ROOT * OUTER, OUTER};
          case 6 -> {
            double centre = 1 - 2 * (SIXTH[0] + SIXTH[1] + SIXTH[2]);
            yield new double[] {SIXTH[0], SIXTH[1], SIXTH[2], centre, SIXTH[2], SIXTH[1], SIXTH[0]};
          }
          default -> throw new IllegalArgumentException("order " + order + ", not 2, 4 or 6");
        };
  }

  /** One step of size h, in place. */
  public void step(double[] position, double[] momentum, double h) {
    for (double weight : weights) {
      double part = weight * h;
      drift(position, momentum, part / 2);
      system.force(position, slope);
      for (int i = 0; i < slope.length; i++) {
        momentum[i] += part * slope[i];
      }
      drift(position, momentum, part / 2);
    }
  }

  private void drift(double[] position, double[] momentum, double time) {
    system.velocity(momentum, slope);
    for (int i = 0; i < slope.length; i++) {
      position[i] += time * slope[i];
    }
  }
}
