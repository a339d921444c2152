package io.ergodic.models.dynamics;

import io.ergodic.models.regression.NormalEquations;
import io.ergodic.models.training.TrainingFailedException;
import java.util.function.Function;
import org.hipparchus.linear.RealMatrix;

/**
 * The Hankel alternative view of Koopman (Brunton et al., Nat. Commun. 8, 19, 2017) from sums of
 * products of delays. The left singular vectors u_k and singular values s_k of the Hankel matrix
 * are those of H H'; its right singular vectors, scaled to a mean square of 1, are v_k = sqrt(m)
 * u_k' h / s_k for each of m columns h. They are orthogonal, so that least squares of dv/dt on v
 * needs no inverse: A = (sum of dv/dt v') / m. The derivative is the central difference of fourth
 * order, or dv/dt is the next v.
 *
 * <p>The solution: the number r of modes, A (r x r), the rows sqrt(m) u_k' / s_k (r x delays), the
 * read-out of all variables by least squares (dimension x r). Directions whose singular value is
 * below 1e-7 of the largest are noise of rounding and never used.
 *
 * @param block values of a column of the Hankel matrix
 * @param shift values of one row of it
 * @param rank modes at most
 * @param step between rows, in units of time; 0 for the map from row to row
 */
record HavokFit(int block, int shift, int rank, double step)
    implements Function<NormalEquations, double[]> {
  /** Of eigenvalues of H H', squares of singular values. */
  private static final double NOISE = 1e-14;

  /** Of rows -2 to 2 from the middle, times 12. */
  private static final int[] DIFFERENCE = {1, -8, 0, 8, -1};

  @Override
  public double[] apply(NormalEquations equations) {
    int middle = HavokForm.REACH * shift;
    double m = equations.rows();
    RealMatrix gram = equations.gram();
    Directions modes =
        Directions.of(gram.getSubMatrix(middle, middle + block - 1, middle, middle + block - 1));
    double[] values = modes.values();
    int r = 0;
    while (r < Math.min(rank, block) && values[r] > NOISE * values[0]) {
      r++;
    }
    if (r < 2) {
      throw new TrainingFailedException(
          "HAVOK needs two directions or more, but the delays of this data have " + r);
    }
    RealMatrix basis = modes.vectors().getSubMatrix(0, block - 1, 0, r - 1).transpose();
    for (int k = 0; k < r; k++) {
      double scale = Math.sqrt(m / values[k]);
      for (int f = 0; f < block; f++) {
        basis.multiplyEntry(k, f, scale);
      }
    }
    RealMatrix matrix = basis.multiply(moved(gram, middle)).multiply(basis.transpose());
    RealMatrix cross = equations.cross();
    RealMatrix now =
        cross.getSubMatrix(middle, middle + block - 1, 0, cross.getColumnDimension() - 1);
    RealMatrix readout = now.transpose().multiply(basis.transpose());
    double[] solution = new double[1 + r * r + r * block + readout.getRowDimension() * r];
    solution[0] = r;
    int at = write(matrix.scalarMultiply(1 / m), solution, 1);
    at = write(basis, solution, at);
    write(readout.scalarMultiply(1 / m), solution, at);
    return solution;
  }

  /** Sums of (dh/dt) h', or of the next h and h'. */
  private RealMatrix moved(RealMatrix gram, int middle) {
    if (step == 0) {
      int next = middle - shift;
      return gram.getSubMatrix(next, next + block - 1, middle, middle + block - 1);
    }
    RealMatrix sum = null;
    for (int k = -HavokForm.REACH; k <= HavokForm.REACH; k++) {
      int weight = DIFFERENCE[k + HavokForm.REACH];
      // The newest row stands first: k rows on is k rows before the middle.
      int from = middle - k * shift;
      RealMatrix part =
          gram.getSubMatrix(from, from + block - 1, middle, middle + block - 1)
              .scalarMultiply(weight / (12 * step));
      sum = sum == null ? part : sum.add(part);
    }
    return sum;
  }

  private static int write(RealMatrix matrix, double[] target, int at) {
    int columns = matrix.getColumnDimension();
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      System.arraycopy(matrix.getRow(i), 0, target, at + i * columns, columns);
    }
    return at + matrix.getRowDimension() * columns;
  }
}
