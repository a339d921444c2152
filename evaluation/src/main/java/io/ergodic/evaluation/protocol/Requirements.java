package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/** What a task needs of its dataset and metrics, or a clear refusal. */
final class Requirements {
  private Requirements() {}

  static SeriesDataset series(Dataset dataset, String task) {
    if (dataset instanceof SeriesDataset series) {
      return series;
    }
    throw new InvalidInputException(
        "dataset " + dataset.manifest().name() + " holds images; " + task + " needs series");
  }

  static ImageDataset images(Dataset dataset, String task) {
    if (dataset instanceof ImageDataset images) {
      return images;
    }
    throw new InvalidInputException(
        "dataset " + dataset.manifest().name() + " holds series; " + task + " needs images");
  }

  /** The metrics of these names, which all have to be of one kind. */
  static <M extends Metric> List<M> metrics(List<String> names, Class<M> kind, String task) {
    List<M> metrics = new ArrayList<>();
    for (String name : names) {
      Metric metric = Metric.registry().get(name, "metrics");
      if (!kind.isInstance(metric)) {
        throw new InvalidInputException("metrics: '" + name + "' is no metric of " + task);
      }
      metrics.add(kind.cast(metric));
    }
    return metrics;
  }
}
