package io.ergodic.models.dynamics;

import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Eigenvalues of X'X in falling order, and eigenvectors as columns. Delays of smooth series make it
 * all but singular, where the search for eigenvalues may not converge: singular values are the same
 * numbers then, and always found.
 */
record Directions(double[] values, RealMatrix vectors) {
  static Directions of(RealMatrix gram) {
    try {
      EigenDecompositionSymmetric found = new EigenDecompositionSymmetric(gram);
      return new Directions(found.getEigenvalues(), found.getV());
    } catch (MathIllegalStateException notConverged) {
      SingularValueDecomposition found = new SingularValueDecomposition(gram);
      return new Directions(found.getSingularValues(), found.getU());
    }
  }
}
