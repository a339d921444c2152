package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Matrices cut into panels of eight rows, stored [panel][column][row in panel], so that eight sums
 * run in registers while one column is read. Rows that fill up the last panel are zero.
 */
final class Panels {
  static final int ROWS = 8;

  private Panels() {}

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

  /** Eight rows of a product: out[row] = sum over columns of weight[column][row] x[column]. */
  static void multiply(
      float[] weights, int panel, int columns, float[] x, int from, float[] out, int lane) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector s0 = zero,
        s1 = zero,
        s2 = zero,
        s3 = zero,
        s4 = zero,
        s5 = zero,
        s6 = zero,
        s7 = zero;
    int w = panel * columns * ROWS;
    for (int c = 0; c < columns; c++, w += ROWS) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, from + c * COUNT + lane);
      s0 = v.lanewise(VectorOperators.FMA, weights[w + 0], s0);
      s1 = v.lanewise(VectorOperators.FMA, weights[w + 1], s1);
      s2 = v.lanewise(VectorOperators.FMA, weights[w + 2], s2);
      s3 = v.lanewise(VectorOperators.FMA, weights[w + 3], s3);
      s4 = v.lanewise(VectorOperators.FMA, weights[w + 4], s4);
      s5 = v.lanewise(VectorOperators.FMA, weights[w + 5], s5);
      s6 = v.lanewise(VectorOperators.FMA, weights[w + 6], s6);
      s7 = v.lanewise(VectorOperators.FMA, weights[w + 7], s7);
    }
    int o = panel * ROWS * COUNT + lane;
    s0.intoArray(out, o + 0 * COUNT);
    s1.intoArray(out, o + 1 * COUNT);
    s2.intoArray(out, o + 2 * COUNT);
    s3.intoArray(out, o + 3 * COUNT);
    s4.intoArray(out, o + 4 * COUNT);
    s5.intoArray(out, o + 5 * COUNT);
    s6.intoArray(out, o + 6 * COUNT);
    s7.intoArray(out, o + 7 * COUNT);
  }

  /**
   * Sums of outer products over slots: sum[column][row] += sum over s of rows[s][row] x[s][column],
   * each sum in its register while the slots pass.
   *
   * @param rows slots x 8 x 16 values from {@code rowsFrom}
   * @param x one vector of {@code columns} x 16 a slot, {@code stride} apart, from {@code from}
   * @param sums columns x 8 x 16 values from {@code sumsFrom}
   */
  static void accumulate(
      float[] rows,
      int rowsFrom,
      float[] x,
      int from,
      int stride,
      int slots,
      int columns,
      float[] sums,
      int sumsFrom,
      int lane) {
    for (int c = 0; c < columns; c++) {
      int o = sumsFrom + c * ROWS * COUNT + lane;
      FloatVector s0 = FloatVector.fromArray(SPECIES, sums, o + 0 * COUNT);
      FloatVector s1 = FloatVector.fromArray(SPECIES, sums, o + 1 * COUNT);
      FloatVector s2 = FloatVector.fromArray(SPECIES, sums, o + 2 * COUNT);
      FloatVector s3 = FloatVector.fromArray(SPECIES, sums, o + 3 * COUNT);
      FloatVector s4 = FloatVector.fromArray(SPECIES, sums, o + 4 * COUNT);
      FloatVector s5 = FloatVector.fromArray(SPECIES, sums, o + 5 * COUNT);
      FloatVector s6 = FloatVector.fromArray(SPECIES, sums, o + 6 * COUNT);
      FloatVector s7 = FloatVector.fromArray(SPECIES, sums, o + 7 * COUNT);
      int r = rowsFrom + lane;
      int i = from + c * COUNT + lane;
      for (int s = 0; s < slots; s++, r += ROWS * COUNT, i += stride) {
        FloatVector v = FloatVector.fromArray(SPECIES, x, i);
        s0 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 0 * COUNT), s0);
        s1 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 1 * COUNT), s1);
        s2 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 2 * COUNT), s2);
        s3 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 3 * COUNT), s3);
        s4 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 4 * COUNT), s4);
        s5 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 5 * COUNT), s5);
        s6 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 6 * COUNT), s6);
        s7 =
            v.lanewise(
                VectorOperators.FMA, FloatVector.fromArray(SPECIES, rows, r + 7 * COUNT), s7);
      }
      s0.intoArray(sums, o + 0 * COUNT);
      s1.intoArray(sums, o + 1 * COUNT);
      s2.intoArray(sums, o + 2 * COUNT);
      s3.intoArray(sums, o + 3 * COUNT);
      s4.intoArray(sums, o + 4 * COUNT);
      s5.intoArray(sums, o + 5 * COUNT);
      s6.intoArray(sums, o + 6 * COUNT);
      s7.intoArray(sums, o + 7 * COUNT);
    }
  }
}
