package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.SolvedFlow;
import io.ergodic.datasets.data.SeriesDataset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * NFE(n): how often a solver that chooses its steps evaluates the right-hand side to go on for n
 * rows in one go, mean over up to 100 equally spaced start rows. What is no such flow takes one
 * evaluation of its map a row. NFE(1) is what a row of a free run costs, which goes from row to
 * row.
 */
public final class FunctionEvaluations implements DynamicsMetric {
  private static final int STARTS = 100;
  private final int rows;

  FunctionEvaluations(int rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "nfe_" + rows;
  }

  @Override
  public String title() {
    return "NFE(" + rows + ")";
  }

  @Override
  public String description() {
    return "evaluations of the right-hand side by an adaptive solver over "
        + (rows == 1 ? "a row" : rows + " rows in one go")
        + ", rejected steps included, mean over up to 100 start rows; of a map, one a row";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public void check(SeriesDataset data) {
    TestRows.requireMore(name(), data, rows, rows + " rows");
  }

  /** NaN when the model needs more context than the test series have before their ends. */
  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    if (!(model instanceof SolvedFlow flow)) {
      return rows;
    }
    double[] context = new double[model.contextRows() * data.dimension()];
    double[] state = new double[model.stateDimension()];
    Starts starts = Starts.of(model, data, rows, STARTS);
    long evaluations = 0;
    for (Starts.Start start : starts.all()) {
      start.initialise(model, context, state);
      evaluations += flow.evaluations(state, rows);
    }
    return evaluations / (double) starts.all().size();
  }

  /** A row as free runs take it, and as many as show what a solver can do. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    private static final int[] ROWS = {1, 100};

    @Override
    public List<? extends Metric> metrics() {
      return IntStream.of(ROWS).mapToObj(FunctionEvaluations::new).toList();
    }
  }
}
