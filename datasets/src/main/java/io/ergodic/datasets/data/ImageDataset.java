package io.ergodic.datasets.data;

import io.ergodic.datasets.manifest.Manifest;
import java.util.Map;

/** Images by split, pixels as stored (0 to 255); the manifest's scaler has mean and deviation. */
public record ImageDataset(Manifest manifest, Map<Split, Images> splits) implements Dataset {
  @Override
  public boolean has(Split split) {
    return splits.containsKey(split) && splits.get(split).count() > 0;
  }

  public Images images(Split split) {
    Images images = splits.get(split);
    if (images == null) {
      throw new IllegalStateException(manifest.name() + " has no " + split.label() + " images");
    }
    return images;
  }

  public int classes() {
    return manifest.schema().classes().size();
  }
}
