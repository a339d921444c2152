package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;

/** Runs a system freely from one row of a series. */
public final class FreeRun {
  /** No observation of a standardised attractor is that large; squares of it still are numbers. */
  private static final double DIVERGED = 1e100;

  private FreeRun() {}

  /**
   * Observations of {@code rows} steps from a row, the first {@code skip} of them left out; the
   * start itself is not among them.
   *
   * @throws EvaluationFailedException when one is not finite, with the step it happened at
   */
  public static double[] from(Dynamics model, Series series, int row, int rows, int skip) {
    int dimension = series.dimension();
    int context = model.contextRows();
    if (row < context - 1 || row >= series.length()) {
      throw new InvalidInputException(
          "test series "
              + series.id()
              + " has "
              + series.length()
              + " rows; a free run from row "
              + row
              + " after "
              + context
              + " rows of context does not fit");
    }
    int first = (row - context + 1) * dimension;
    double[] state = new double[model.stateDimension()];
    model.initialise(
        Arrays.copyOfRange(series.values(), first, (row + 1) * dimension), context, state);
    double[] observation = new double[dimension];
    double[] run = new double[Math.multiplyExact(rows - skip, dimension)];
    for (int k = 0; k < rows; k++) {
      model.step(state, state);
      model.observe(state, observation);
      for (double value : observation) {
        if (!(Math.abs(value) < DIVERGED)) {
          throw new EvaluationFailedException(
              "the free run from test series "
                  + series.id()
                  + " diverged at step "
                  + (k + 1)
                  + " of "
                  + rows);
        }
      }
      if (k >= skip) {
        System.arraycopy(observation, 0, run, (k - skip) * dimension, dimension);
      }
    }
    return run;
  }
}
