package io.ergodic.datasets.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Scaler;
import java.util.List;
import java.util.Map;

/** Manifests of datasets that tests put together in memory. */
public final class TestManifests {
  private TestManifests() {}

  /** A manifest of the dataset {@code toy}, without shards or settings. */
  public static Manifest of(Schema schema, Map<String, SplitCount> splits, Scaler scaler) {
    return new Manifest(
        Manifest.VERSION,
        "toy",
        "0".repeat(64),
        "test",
        1,
        0,
        JsonNodeFactory.instance.objectNode(),
        schema,
        List.of(),
        splits,
        scaler);
  }
}
