package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a task needs of its dataset and metrics, or a clear refusal. */
final class Requirements {
  /** What rounding may be of a deviation: it adds less than a millionth to a squared error. */
  private static final double FINEST = 1e-3;

  private Requirements() {}

  static void kind(Dataset dataset, Task task) {
    String kind = dataset.manifest().schema().kind();
    if (!task.kinds().contains(kind)) {
      throw new InvalidInputException(
          "dataset "
              + dataset.manifest().name()
              + " holds "
              + kind
              + "; "
              + task.name()
              + " needs "
              + String.join(" or ", new TreeSet<>(task.kinds())));
    }
  }

  /**
   * Refuses series whose values lie so far from 0 that single precision, in which models compute,
   * blurs how they vary.
   */
  static void precision(Dataset dataset) {
    if (!(dataset instanceof SeriesDataset data) || data.manifest().schema().standardise()) {
      return;
    }
    double[] mean = data.manifest().scaler().mean();
    double[] deviation = data.manifest().scaler().deviation();
    for (int v = 0; v < mean.length; v++) {
      double step = Math.ulp((float) mean[v]);
      // A constant variable has deviation 1.
      if (deviation[v] != 1 && step > FINEST * deviation[v]) {
        throw new InvalidInputException(
            "dataset "
                + data.manifest().name()
                + ": variable "
                + data.manifest().schema().columns().get(v)
                + " has mean "
                + mean[v]
                + " and deviation "
                + deviation[v]
                + ", but models compute in single precision, whose numbers are "
                + step
                + " apart there; standardise = true takes the mean off first");
      }
    }
  }

  /** The metrics of these names, which all have to be of one task. */
  static List<Metric> metrics(List<String> names, String task) {
    List<Metric> metrics = new ArrayList<>();
    for (String name : names) {
      Metric metric = Metric.registry().get(name, "metrics");
      if (!metric.task().equals(task)) {
        throw new InvalidInputException("metrics: '" + name + "' is no metric of " + task);
      }
      metrics.add(metric);
    }
    return metrics;
  }
}
