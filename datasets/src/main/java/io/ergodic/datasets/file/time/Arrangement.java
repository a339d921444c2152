package io.ergodic.datasets.file.time;

import java.util.Arrays;

/**
 * Which rows of a file make the rows of a series. Row {@code i} is {@code before[i]} plus {@code
 * weight[i]} of the way to {@code after[i]}; a row with {@code before} -1 is missing.
 */
public record Arrangement(int[] before, int[] after, double[] weight) {
  public int rows() {
    return before.length;
  }

  /** Rows that are missing. */
  public long missingRows() {
    return Arrays.stream(before).filter(row -> row < 0).count();
  }
}
