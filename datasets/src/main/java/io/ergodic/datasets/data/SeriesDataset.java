package io.ergodic.datasets.data;

import io.ergodic.datasets.manifest.Manifest;
import java.util.List;
import java.util.Map;

/**
 * Series by split, on the scale models are trained and scored on: standardised by the manifest's
 * scaler when the manifest says so, raw otherwise. Series of one split are in the order of their
 * ids. A {@code VALIDATION} or {@code TEST} series of a dataset split by time begins with {@code
 * manifest.schema().overlap()} rows of context from the split before it.
 */
public record SeriesDataset(Manifest manifest, Map<Split, List<Series>> splits) implements Dataset {
  @Override
  public boolean has(Split split) {
    return !series(split).isEmpty();
  }

  /** The series of a split, empty when the dataset has none. */
  public List<Series> series(Split split) {
    return splits.getOrDefault(split, List.of());
  }

  public int dimension() {
    return manifest.schema().dimension();
  }

  /** Time between rows. */
  public double step() {
    return manifest.schema().step();
  }
}
