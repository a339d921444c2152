package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The map x(t) -> x(t + step) of a flow with its exact Jacobian, the solution of the variational
 * equations from the identity. Holds scratch memory: one instance belongs to one thread.
 */
public final class FlowMap {
  private final double step;
  private final int dimension;
  private final DormandPrince solver;
  private final DormandPrince tangentSolver;
  private final double[] extended;

  public FlowMap(DifferentiableField field, double step, Tolerance tolerance) {
    this.step = step;
    this.dimension = field.dimension();
    this.solver = new DormandPrince(field, tolerance);
    this.tangentSolver = new DormandPrince(new TangentField(field, dimension), tolerance);
    this.extended = new double[dimension * (1 + dimension) + 1];
  }

  public int dimension() {
    return dimension;
  }

  /** One step; {@code state} and {@code next} may be the same array. */
  public void apply(double[] state, double[] next) {
    solver.start(0, state);
    solver.advance(step);
    System.arraycopy(solver.state(), 0, next, 0, dimension);
  }

  /** The derivative of the map at {@code state}, dimension x dimension row-major. */
  public void jacobian(double[] state, double[] jacobian) {
    Arrays.fill(extended, 0);
    System.arraycopy(state, 0, extended, 0, dimension);
    for (int i = 0; i < dimension; i++) {
      extended[dimension + i * dimension + i] = 1;
    }
    tangentSolver.start(0, extended);
    tangentSolver.advance(step);
    double[] reached = tangentSolver.state();
    for (int column = 0; column < dimension; column++) {
      for (int row = 0; row < dimension; row++) {
        jacobian[row * dimension + column] = reached[dimension * (1 + column) + row];
      }
    }
  }
}
