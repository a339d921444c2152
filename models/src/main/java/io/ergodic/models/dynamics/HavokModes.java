package io.ergodic.models.dynamics;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A solution of {@link HavokFit}.
 *
 * @param matrix A, r x r: dv/dt = A v, or the next v
 * @param basis v = basis h for a column h of the Hankel matrix, newest row first; r x delays
 * @param readout of all variables, dimension x r
 */
record HavokModes(RealMatrix matrix, RealMatrix basis, RealMatrix readout) {
  static HavokModes of(double[] solution, int block, int dimension) {
    int r = (int) solution[0];
    return new HavokModes(
        read(solution, 1, r, r),
        read(solution, 1 + r * r, r, block),
        read(solution, 1 + r * r + r * block, dimension, r));
  }

  private static RealMatrix read(double[] from, int at, int rows, int columns) {
    double[][] entries = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, at + i * columns, entries[i], 0, columns);
    }
    return new Array2DRowRealMatrix(entries, false);
  }

  int rank() {
    return matrix.getRowDimension();
  }

  /** The first modes alone, the rest left out as if they were 0. */
  HavokModes first(int count) {
    return new HavokModes(
        matrix.getSubMatrix(0, count - 1, 0, count - 1),
        basis.getSubMatrix(0, count - 1, 0, basis.getColumnDimension() - 1),
        readout.getSubMatrix(0, readout.getRowDimension() - 1, 0, count - 1));
  }

  /**
   * The published model: dv/dt = A v + B u for the first r - 1 modes, driven by a measured last
   * one, which is taken as linear between two rows. Solved exactly, from one row to the next.
   *
   * @param step between rows, in units of time
   * @return r - 1 rows of r + 1: weights of the modes, of u at the first row, and at the next one
   */
  RealMatrix driven(double step) {
    int modes = rank() - 1;
    RealMatrix larger = new Array2DRowRealMatrix(modes + 2, modes + 2);
    for (int i = 0; i < modes; i++) {
      for (int j = 0; j <= modes; j++) {
        larger.setEntry(i, j, matrix.getEntry(i, j) * step);
      }
    }
    // u grows by its difference over the step.
    larger.setEntry(modes, modes + 1, 1);
    RealMatrix solved =
        MatrixUtils.matrixExponential(larger).getSubMatrix(0, modes - 1, 0, modes + 1);
    for (int i = 0; i < modes; i++) {
      double rise = solved.getEntry(i, modes + 1);
      solved.addToEntry(i, modes, -rise);
    }
    return solved;
  }
}
