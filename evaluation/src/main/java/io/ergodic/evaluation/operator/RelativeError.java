package io.ergodic.evaluation.operator;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.metric.MetricProvider;
import java.util.List;

/**
 * The norm of the error of an output over the norm of the true output, mean over test functions (Li
 * et al., ICLR 2021). A true output of norm 0 makes the value infinite, unless it is met.
 *
 * @param slopes whether the norm is that of H1, which counts the first derivative too
 */
public record RelativeError(String name, String title, String description, boolean slopes)
    implements Metric {
  @Override
  public String task() {
    return OperatorProtocol.NAME;
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(Evidence evidence) {
    return mean(evidence.get(FunctionPairs.class), slopes);
  }

  /** Mean over functions. */
  static double mean(FunctionPairs pairs, boolean slopes) {
    double sum = 0;
    for (int i = 0; i < pairs.count(); i++) {
      sum += of(pairs, i, slopes);
    }
    return sum / pairs.count();
  }

  /** Of one function. */
  static double of(FunctionPairs pairs, int function, boolean slopes) {
    int offset = function * pairs.size();
    double error = 0;
    double whole = 0;
    for (int i = offset; i < offset + pairs.size(); i++) {
      double difference = pairs.predicted()[i] - (double) pairs.truth()[i];
      double weight = slopes ? weight(pairs.grid(), (i - offset) / pairs.channels()) : 1;
      error += weight * difference * difference;
      whole += weight * pairs.truth()[i] * (double) pairs.truth()[i];
    }
    for (int k = 1; slopes && k < pairs.grid().length; k++) {
      double step = pairs.grid()[k] - (double) pairs.grid()[k - 1];
      for (int c = 0; c < pairs.channels(); c++) {
        int right = offset + k * pairs.channels() + c;
        int left = right - pairs.channels();
        double rise = pairs.truth()[right] - (double) pairs.truth()[left];
        double other = pairs.predicted()[right] - (double) pairs.predicted()[left];
        error += (other - rise) * (other - rise) / step;
        whole += rise * rise / step;
      }
    }
    return error == 0 ? 0 : Math.sqrt(error / whole);
  }

  /** Of a point in the trapezoidal rule. */
  private static double weight(float[] grid, int point) {
    int left = Math.max(0, point - 1);
    int right = Math.min(grid.length - 1, point + 1);
    return grid.length == 1 ? 1 : (grid[right] - (double) grid[left]) / 2;
  }

  /** The metrics of the operator task. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    @Override
    public List<? extends Metric> metrics() {
      return List.of(
          new RelativeError(
              "relative_l2",
              "rel. L2",
              "Euclidean norm of the error over that of the true output, all points and channels,"
                  + " mean over test functions (Li et al. 2021)",
              false),
          new RelativeError(
              "relative_h1",
              "rel. H1",
              "norm in H1 of the error over that of the true output: squares by the trapezoidal"
                  + " rule plus squared slopes between neighbouring points, mean over test"
                  + " functions; for functions of one variable",
              true));
    }
  }
}
