package io.ergodic.datasets.data;

import io.ergodic.datasets.manifest.Manifest;

/** A dataset in memory with the manifest it was read by. */
public sealed interface Dataset permits SeriesDataset, ImageDataset {
  Manifest manifest();

  /** Whether a split has anything in it. */
  boolean has(Split split);
}
