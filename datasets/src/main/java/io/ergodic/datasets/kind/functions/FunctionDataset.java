package io.ergodic.datasets.kind.functions;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import java.util.List;
import java.util.Map;

/**
 * Pairs of functions by split, in the order of their indices, as stored; the manifest's scaler has
 * mean and deviation of each channel, inputs first.
 */
public record FunctionDataset(Manifest manifest, Map<Split, List<FunctionPair>> splits)
    implements Dataset {
  @Override
  public boolean has(Split split) {
    return !pairs(split).isEmpty();
  }

  public List<FunctionPair> pairs(Split split) {
    return splits.getOrDefault(split, List.of());
  }
}
