package io.ergodic.models.linear;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** exp(A) by the Taylor polynomial of a part of A, squared (Moler and Van Loan 2003, method 3). */
public final class MatrixExponential {
  /** Of the norm of the part whose polynomial is taken. */
  private static final double SMALL = 0.25;

  /** Degree at which the rest is below 1e-17 at that norm. */
  private static final int DEGREE = 14;

  private MatrixExponential() {}

  /** Of a square matrix of finite entries. */
  public static RealMatrix of(RealMatrix matrix) {
    int halvings = 0;
    double norm = matrix.getNormInfty();
    while (norm > SMALL) {
      norm /= 2;
      halvings++;
    }
    RealMatrix part = matrix.scalarMultiply(Math.scalb(1.0, -halvings));
    RealMatrix one = MatrixUtils.createRealIdentityMatrix(matrix.getRowDimension());
    RealMatrix sum = one;
    for (int k = DEGREE; k > 0; k--) {
      sum = one.add(part.multiply(sum).scalarMultiply(1.0 / k));
    }
    for (int k = 0; k < halvings; k++) {
      sum = sum.multiply(sum);
    }
    return sum;
  }
}
