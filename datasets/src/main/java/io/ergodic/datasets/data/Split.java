package io.ergodic.datasets.data;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.SplitCount;
import java.util.Locale;

/** What a part of a dataset is for. */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  /** The name on disk and in configurations: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How much of it a manifest counts; nothing where it is not there. */
  public SplitCount count(Manifest manifest) {
    return manifest.splits().getOrDefault(label(), SplitCount.NONE);
  }

  public static Split of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
