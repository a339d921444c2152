package io.ergodic.models.dynamics;

import io.ergodic.models.regression.NormalEquations;
import java.util.function.Function;
import org.hipparchus.linear.RealMatrix;

/**
 * Least squares of the next row on delayed rows, in the leading right singular directions of the
 * data: those of the largest eigenvalues of X'X. Directions whose singular value is below 1e-7 of
 * the largest are noise of rounding and never used. The solution has the form of {@link
 * NvarDynamics}: weights of the increments, features x dimension.
 *
 * @param first feature that is the last row's first variable
 * @param rank directions at most; 0 for all
 */
record DmdFit(int dimension, int first, int rank) implements Function<NormalEquations, double[]> {
  /** Of eigenvalues of X'X, squares of singular values. */
  private static final double NOISE = 1e-14;

  @Override
  public double[] apply(NormalEquations equations) {
    RealMatrix cross = equations.cross();
    int features = cross.getRowDimension();
    Directions modes = Directions.of(equations.gram());
    double[] values = modes.values();
    double least = NOISE * values[0];
    int used = rank == 0 ? features : Math.min(rank, features);
    double[] weights = new double[features * dimension];
    // Eigenvalues come in falling order.
    for (int k = 0; k < used && values[k] > least; k++) {
      double[] mode = modes.vectors().getColumn(k);
      for (int c = 0; c < dimension; c++) {
        double projection = 0;
        for (int f = 0; f < features; f++) {
          projection += mode[f] * cross.getEntry(f, c);
        }
        for (int f = 0; f < features; f++) {
          weights[f * dimension + c] += mode[f] * projection / values[k];
        }
      }
    }
    for (int c = 0; c < dimension; c++) {
      weights[(first + c) * dimension + c] -= 1;
    }
    return weights;
  }
}
