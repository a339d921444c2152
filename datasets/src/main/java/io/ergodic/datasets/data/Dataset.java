package io.ergodic.datasets.data;

import io.ergodic.datasets.manifest.Manifest;

/** A dataset in memory with the manifest it was read by. */
public interface Dataset {
  Manifest manifest();

  /** Whether a split has anything in it. */
  boolean has(Split split);
}
