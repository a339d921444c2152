package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;

/**
 * Matrices cut into panels of eight rows, stored [panel][column][row in panel]. Rows that fill up
 * the last panel are zero.
 */
final class PanelLayout {
  static final int ROWS = 8;

  private PanelLayout() {}

  /** Panels needed for a number of rows. */
  static int count(int rows) {
    return (rows + ROWS - 1) / ROWS;
  }

  /**
   * Packs a rows x columns matrix whose element (r, c) is at offset + r rowStride + c colStride.
   */
  static void pack(
      float[] matrix, int offset, int rows, int columns, int rowStride, int colStride, float[] to) {
    for (int r = 0; r < rows; r++) {
      int base = (r / ROWS) * columns * ROWS + r % ROWS;
      for (int c = 0; c < columns; c++) {
        to[base + c * ROWS] = matrix[offset + r * rowStride + c * colStride];
      }
    }
  }

  /** Adds the lane sums of packed gradients to a matrix laid out as in {@link #pack}. */
  static void unpackSums(
      float[] packed, int rows, int columns, int rowStride, int colStride, float[] to, int offset) {
    for (int r = 0; r < rows; r++) {
      int base = (r / ROWS) * columns * ROWS + r % ROWS;
      for (int c = 0; c < columns; c++) {
        to[offset + r * rowStride + c * colStride] += Lanes.sum(packed, (base + c * ROWS) * COUNT);
      }
    }
  }
}
