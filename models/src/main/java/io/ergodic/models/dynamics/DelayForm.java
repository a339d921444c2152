package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.regression.Monomials;
import io.ergodic.models.regression.RegressionForm;

/** From monomials of delayed rows to the next row, or to what it is more than the last. */
final class DelayForm implements RegressionForm {
  private final int dimension;
  private final int delays;
  private final int stride;
  private final Monomials monomials;
  private final boolean increments;
  private final double[] variables;

  /**
   * @param increments whether y is the next row less the last
   */
  DelayForm(int dimension, int delays, int stride, Monomials monomials, boolean increments) {
    this.dimension = dimension;
    this.delays = delays;
    this.stride = stride;
    this.monomials = monomials;
    this.increments = increments;
    this.variables = new double[dimension * delays];
  }

  /** Rows of a training window: the context and the row to be predicted. */
  static int windowLength(int delays, int stride) {
    return (delays - 1) * stride + 2;
  }

  @Override
  public int features() {
    return monomials.count();
  }

  @Override
  public int outputs() {
    return dimension;
  }

  @Override
  public void copy(Batch batch, int example, int row, double[] x, double[] y) {
    float[] windows = batch.floats(Batch.INPUT);
    int length = windowLength(delays, stride);
    int last = (example * length + length - 2) * dimension;
    for (int d = 0; d < delays; d++) {
      for (int c = 0; c < dimension; c++) {
        variables[d * dimension + c] = windows[last - d * stride * dimension + c];
      }
    }
    monomials.evaluate(variables, x);
    for (int c = 0; c < dimension; c++) {
      y[c] = (double) windows[last + dimension + c] - (increments ? windows[last + c] : 0);
    }
  }
}
