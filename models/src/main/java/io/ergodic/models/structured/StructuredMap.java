package io.ergodic.models.structured;

/**
 * The map of delays that a structured network makes: the next row, or what it is more than the
 * last. Rows stand newest first.
 *
 * @param increments whether the network gives what the next row is more than the last
 */
record StructuredMap(int dimension, int delays, boolean increments, StructuredShape shape) {
  /**
   * The row after those from {@code from} on.
   *
   * @param slot of the network where the way back is kept
   */
  void next(StructuredNetwork network, int slot, double[] rows, int from, double[] made) {
    network.forward(slot, rows, from, made, 0);
    for (int c = 0; increments && c < dimension; c++) {
      made[c] += rows[from + c];
    }
  }

  /** Adds to dL/d(rows), from {@code to} on, what comes of dL/d(made) at {@code at}. */
  void back(StructuredNetwork network, int slot, double[] made, int at, double[] rows, int to) {
    network.backward(slot, made, at, rows, to);
    for (int c = 0; increments && c < dimension; c++) {
      rows[to + c] += made[at + c];
    }
  }
}
