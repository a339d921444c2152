package io.ergodic.models.cell;

import java.util.Arrays;

/** An affine map W x + b in double precision. Weights: W (rows x columns, row-major), b. */
final class DenseLayer {
  private final int rows;
  private final int columns;
  private final double[] byColumn;
  private final double[] bias;

  /** Takes the weights from {@code offset} on. */
  DenseLayer(int rows, int columns, double[] weights, int offset) {
    this.rows = rows;
    this.columns = columns;
    this.byColumn = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        byColumn[c * rows + r] = weights[offset + r * columns + c];
      }
    }
    int end = offset + rows * columns;
    this.bias = Arrays.copyOfRange(weights, end, end + rows);
  }

  /** Weights of such a map. */
  static int parameterCount(int rows, int columns) {
    return rows * (columns + 1);
  }

  int parameterCount() {
    return parameterCount(rows, columns);
  }

  /** Writes W x + b to the front of {@code out}, x from {@code from} on. */
  void apply(double[] x, int from, double[] out) {
    System.arraycopy(bias, 0, out, 0, rows);
    add(x, from, out);
  }

  /** Writes W x to the front of {@code out}. */
  void push(double[] x, int from, double[] out) {
    Arrays.fill(out, 0, rows, 0);
    add(x, from, out);
  }

  /** Column by column, so that the sums of all rows run side by side. */
  private void add(double[] x, int from, double[] out) {
    for (int c = 0; c < columns; c++) {
      double value = x[from + c];
      int column = c * rows;
      for (int r = 0; r < rows; r++) {
        out[r] += byColumn[column + r] * value;
      }
    }
  }
}
