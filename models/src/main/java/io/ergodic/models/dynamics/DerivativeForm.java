package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.regression.Monomials;
import io.ergodic.models.regression.RegressionForm;
import io.ergodic.models.regression.SavitzkyGolay;

/** From monomials of the state to its derivative, both by a local polynomial over a window. */
final class DerivativeForm implements RegressionForm {
  private final int dimension;
  private final Monomials monomials;
  private final double[] middle;
  private final double[] slope;
  private final double step;
  private final double[] state;

  /**
   * @param filter gives state and derivative in the middle of a window
   * @param step between rows, in units of time
   */
  DerivativeForm(int dimension, Monomials monomials, SavitzkyGolay filter, double step) {
    this.dimension = dimension;
    this.monomials = monomials;
    this.middle = filter.middle();
    this.slope = filter.slope();
    this.step = step;
    this.state = new double[dimension];
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
    int from = example * middle.length * dimension;
    for (int c = 0; c < dimension; c++) {
      double value = 0;
      double change = 0;
      for (int k = 0; k < middle.length; k++) {
        value += middle[k] * windows[from + k * dimension + c];
        change += slope[k] * windows[from + k * dimension + c];
      }
      state[c] = value;
      y[c] = change / step;
    }
    monomials.evaluate(state, x);
  }
}
