package io.ergodic.models.plrnn;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The mean of principal logarithms of real matrices, which is complex where an eigenvalue is
 * negative, and the exponential of that mean. A matrix that cannot be diagonalised is moved by 1e-8
 * of its size; eigenvalues count as no smaller than 1e-12.
 */
final class MatrixLogarithm {
  private static final double NUDGE = 1e-8;
  private static final double SMALLEST = 1e-12;

  private final int size;
  private RealMatrix real;
  private RealMatrix imaginary;
  private int terms;

  MatrixLogarithm(int size) {
    this.size = size;
    clear();
  }

  /** Forgets all matrices. */
  void clear() {
    real = new Array2DRowRealMatrix(size, size);
    imaginary = new Array2DRowRealMatrix(size, size);
    terms = 0;
  }

  /** Takes a size x size matrix, row-major. */
  void add(double[] matrix) {
    RealMatrix copy = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size * size; i++) {
      copy.setEntry(i / size, i % size, matrix[i]);
    }
    terms++;
    if (!addDiagonalised(copy)) {
      double nudge = NUDGE * (copy.getFrobeniusNorm() + 1);
      for (int i = 0; i < size; i++) {
        copy.addToEntry(i, i, nudge * (i + 1));
      }
      addDiagonalised(copy);
    }
  }

  /** J = V D V^-1 with blocks (a b; -b a) in D for pairs of complex eigenvalues. */
  private boolean addDiagonalised(RealMatrix matrix) {
    EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(matrix);
    LUDecomposition lu = new LUDecomposition(eigen.getV(), SMALLEST);
    if (!lu.getSolver().isNonSingular()) {
      return false;
    }
    RealMatrix d = eigen.getD();
    RealMatrix logarithm = new Array2DRowRealMatrix(size, size);
    RealMatrix turns = new Array2DRowRealMatrix(size, size);
    boolean turned = false;
    for (int k = 0; k < size; k++) {
      double value = d.getEntry(k, k);
      double next = k + 1 < size ? d.getEntry(k, k + 1) : 0;
      if (next != 0) {
        double length = Math.log(Math.max(SMALLEST, Math.hypot(value, next)));
        double angle = Math.atan2(next, value);
        logarithm.setEntry(k, k, length);
        logarithm.setEntry(k + 1, k + 1, length);
        logarithm.setEntry(k, k + 1, angle);
        logarithm.setEntry(k + 1, k, -angle);
        k++;
      } else {
        logarithm.setEntry(k, k, Math.log(Math.max(SMALLEST, Math.abs(value))));
        if (value < 0) {
          turns.setEntry(k, k, Math.PI);
          turned = true;
        }
      }
    }
    RealMatrix inverse = lu.getSolver().getInverse();
    real = real.add(eigen.getV().multiply(logarithm).multiply(inverse));
    if (turned) {
      imaginary = imaginary.add(eigen.getV().multiply(turns).multiply(inverse));
    }
    return true;
  }

  /**
   * exp(mean of logarithms) as the real matrix (R -I; I R) of twice the size, row-major, which has
   * the norm of the complex R + i I.
   */
  double[] exponentialOfMean() {
    RealMatrix whole = new Array2DRowRealMatrix(2 * size, 2 * size);
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        whole.setEntry(r, c, real.getEntry(r, c) / terms);
        whole.setEntry(size + r, size + c, real.getEntry(r, c) / terms);
        whole.setEntry(size + r, c, imaginary.getEntry(r, c) / terms);
        whole.setEntry(r, size + c, -imaginary.getEntry(r, c) / terms);
      }
    }
    RealMatrix exponential = MatrixUtils.matrixExponential(whole);
    double[] flat = new double[4 * size * size];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = exponential.getEntry(i / (2 * size), i % (2 * size));
    }
    return flat;
  }
}
