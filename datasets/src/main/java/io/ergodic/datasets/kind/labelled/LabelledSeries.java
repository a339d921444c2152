package io.ergodic.datasets.kind.labelled;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import java.util.List;
import java.util.Map;

/**
 * Labelled series by split, in the order of their indices, as stored; the manifest's scaler has
 * mean and deviation of each variable.
 */
public record LabelledSeries(Manifest manifest, Map<Split, List<LabelledRow>> splits)
    implements Dataset {
  /** What {@link io.ergodic.datasets.manifest.Schema#kind} says. */
  public static final String KIND = "labelled-series";

  /** The size of a schema that gives the rows of the longest series. */
  public static final String LENGTH = "length";

  /**
   * The schema of labelled series, which models see standardised.
   *
   * @param variables names
   * @param step time between rows
   * @param length rows of the longest
   */
  public static Schema schema(
      List<String> variables, double step, List<String> classes, int length) {
    return Schema.of(KIND, variables, step, classes, true, Map.of(), Map.of(LENGTH, length));
  }

  @Override
  public boolean has(Split split) {
    return !series(split).isEmpty();
  }

  public List<LabelledRow> series(Split split) {
    return splits.getOrDefault(split, List.of());
  }
}
