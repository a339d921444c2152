package io.ergodic.datasets.integrate;

/**
 * The implicit midpoint rule y' = y + h f((y + y') / 2), symplectic of order 2 for every
 * Hamiltonian field, separable or not, and exact in every quadratic invariant. Solved by Newton's
 * method.
 */
public final class ImplicitMidpoint {
  private static final int ITERATIONS = 30;

  private final DifferentiableField field;
  private final double[] middle;
  private final double[] residual;
  private final double[] jacobian;
  private final LinearSystem system;

  public ImplicitMidpoint(DifferentiableField field) {
    int n = field.dimension();
    this.field = field;
    middle = new double[n];
    residual = new double[n];
    jacobian = new double[n * n];
    system = new LinearSystem(n);
  }

  /**
   * One step of size h, in place.
   *
   * @throws IntegrationException when Newton's method does not converge: the step is too large
   */
  public void step(double[] state, double h) {
    int n = state.length;
    System.arraycopy(state, 0, middle, 0, n);
    double previous = Double.POSITIVE_INFINITY;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      // the middle m solves (m - y) / (h / 2) = f(m)
      field.derivative(middle, residual);
      for (int i = 0; i < n; i++) {
        residual[i] -= (middle[i] - state[i]) * (2 / h);
      }
      field.jacobian(middle, jacobian);
      system.factorise(2 / h, jacobian);
      system.solve(residual);
      double change = 0;
      double size = 0;
      for (int i = 0; i < n; i++) {
        middle[i] += residual[i];
        change = Math.max(change, Math.abs(residual[i]));
        size = Math.max(size, Math.abs(middle[i]));
      }
      boolean stalled = change >= previous && change < 1e-12 * size;
      if (change <= 1e-15 * size || stalled) {
        for (int i = 0; i < n; i++) {
          state[i] = 2 * middle[i] - state[i];
        }
        return;
      }
      previous = change;
    }
    throw new IntegrationException("no convergence with step " + h, field, 0, state);
  }
}
