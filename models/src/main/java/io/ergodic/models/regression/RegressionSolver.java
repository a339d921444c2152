package io.ergodic.models.regression;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Solver;
import java.util.function.Function;

/** A solver of what can be had from the normal equations of all rows. */
public final class RegressionSolver implements Solver {
  private final RegressionForm form;
  private final Function<NormalEquations, double[]> fit;
  private final NormalEquations equations;
  private final RowBlock block;

  /**
   * @param form this solver's own
   * @param fit the solution of the sums of all rows
   */
  public RegressionSolver(RegressionForm form, Function<NormalEquations, double[]> fit) {
    this.form = form;
    this.fit = fit;
    this.equations = new NormalEquations(form.features(), form.outputs());
    this.block = new RowBlock(equations, form.features(), form.outputs());
  }

  @Override
  public void accumulate(Batch batch) {
    for (int i = 0; i < batch.count(); i++) {
      for (int row = 0; row < form.rowsAnExample(); row++) {
        form.copy(batch, i, row, block.x(), block.y());
        block.next();
      }
    }
    block.flush();
  }

  /** The sums of all that was accumulated. */
  public NormalEquations equations() {
    return equations;
  }

  @Override
  public void merge(Solver other) {
    equations.merge(((RegressionSolver) other).equations);
  }

  @Override
  public double[] statistics() {
    return equations.flat();
  }

  @Override
  public void restore(double[] statistics) {
    equations.restore(statistics);
  }

  @Override
  public double[] solve() {
    return fit.apply(equations);
  }

  @Override
  public int parameterCount() {
    return form.parameters();
  }
}
