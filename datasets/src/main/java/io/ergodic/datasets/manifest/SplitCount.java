package io.ergodic.datasets.manifest;

/** How much a split holds: series and their rows in all, or examples (then both are equal). */
public record SplitCount(long series, long samples) {
  /** An empty split. */
  public static final SplitCount NONE = new SplitCount(0, 0);
}
