package io.ergodic.datasets.integrate;

/**
 * Filippov's field on a switching plane with normal n: (a f+ - b f-) / (a - b) with a = n f-, b = n
 * f+, the combination that stays on the plane.
 */
final class SlidingField implements DifferentiableField {
  private final Switching switching;
  private final DifferentiableField below;
  private final DifferentiableField above;
  private final int n;
  private final double[] slow;
  private final double[] fast;
  private final double[] slowJacobian;
  private final double[] fastJacobian;
  private double a;
  private double b;

  SlidingField(Switching switching) {
    this.switching = switching;
    this.below = switching.side(false);
    this.above = switching.side(true);
    this.n = switching.dimension();
    this.slow = new double[n];
    this.fast = new double[n];
    this.slowJacobian = new double[n * n];
    this.fastJacobian = new double[n * n];
  }

  @Override
  public int dimension() {
    return n;
  }

  /** Evaluates both sides. */
  void look(double[] state) {
    below.derivative(state, slow);
    above.derivative(state, fast);
    double[] normal = switching.normal();
    a = 0;
    b = 0;
    for (int i = 0; i < n; i++) {
      a += normal[i] * slow[i];
      b += normal[i] * fast[i];
    }
  }

  /** Speed of the lower field towards the upper side, where last looked at. */
  double upwardBelow() {
    return a;
  }

  /** Speed of the upper field away from the plane, where last looked at. */
  double upwardAbove() {
    return b;
  }

  double below(int i) {
    return slow[i];
  }

  double above(int i) {
    return fast[i];
  }

  double sliding(int i) {
    return (a * fast[i] - b * slow[i]) / (a - b);
  }

  @Override
  public void derivative(double[] state, double[] derivative) {
    look(state);
    for (int i = 0; i < n; i++) {
      derivative[i] = sliding(i);
    }
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    look(state);
    below.jacobian(state, slowJacobian);
    above.jacobian(state, fastJacobian);
    double[] normal = switching.normal();
    double share = a / (a - b);
    double square = (a - b) * (a - b);
    for (int j = 0; j < n; j++) {
      double slopeA = 0;
      double slopeB = 0;
      for (int i = 0; i < n; i++) {
        slopeA += normal[i] * slowJacobian[i * n + j];
        slopeB += normal[i] * fastJacobian[i * n + j];
      }
      double shareSlope = (a * slopeB - b * slopeA) / square;
      for (int i = 0; i < n; i++) {
        jacobian[i * n + j] =
            (1 - share) * slowJacobian[i * n + j]
                + share * fastJacobian[i * n + j]
                + shareSlope * (fast[i] - slow[i]);
      }
    }
  }

  @Override
  public String toString() {
    return "sliding along the switching plane of " + switching;
  }
}
