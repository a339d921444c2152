package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a task needs of its dataset and metrics, or a clear refusal. */
final class Requirements {
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
