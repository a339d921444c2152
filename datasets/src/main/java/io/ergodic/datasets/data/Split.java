package io.ergodic.datasets.data;

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

  public static Split of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
