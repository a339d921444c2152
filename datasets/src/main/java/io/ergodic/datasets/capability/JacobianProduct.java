package io.ergodic.datasets.capability;

/** What the Jacobian of a map does to vectors; the whole one is made of that, column by column. */
public interface JacobianProduct {
  /**
   * The product of the Jacobian dF/dz at {@code state} with {@code tangent}; all have M values and
   * are different arrays.
   */
  void push(double[] state, double[] tangent, double[] image);

  /**
   * Writes the whole Jacobian.
   *
   * @param size M
   * @param jacobian receives M x M values, row-major
   */
  default void assemble(int size, double[] state, double[] jacobian) {
    double[] direction = new double[size];
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      direction[j] = 1;
      push(state, direction, column);
      direction[j] = 0;
      for (int i = 0; i < size; i++) {
        jacobian[i * size + j] = column[i];
      }
    }
  }
}
