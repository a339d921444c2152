package io.ergodic.datasets.manifest;

/** How much a split holds: series and their rows in all, or images (then both are equal). */
public record SplitCount(long series, long samples) {}
