package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Products with matrices in panels, see {@link PanelLayout}: eight sums run in registers while one
 * column is read.
 *
 * <p>The methods are deliberately as long as they are: past 325 bytes of bytecode the compiler does
 * not inline them, and so cannot run out of its node budget half way into one, which would leave
 * its vectors boxed.
 */
final class Panels {
  private static final int ROWS = PanelLayout.ROWS;

  private Panels() {}

  /**
   * The product of all panels: out[panel][row] = sum over columns of weight[column][row] x[column].
   *
   * @param x columns x 16 values from {@code from}
   * @param out receives 8 x 16 values a panel from {@code to}, panels {@code stride} apart
   */
  static void multiply(
      float[] weights,
      int panels,
      int columns,
      float[] x,
      int from,
      float[] out,
      int to,
      int stride) {
    int w = 0;
    int o = to;
    for (int panel = 0; panel < panels; panel++, o += stride) {
      FloatVector s0 = FloatVector.zero(SPECIES);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      FloatVector s4 = s0;
      FloatVector s5 = s0;
      FloatVector s6 = s0;
      FloatVector s7 = s0;
      int i = from;
      for (int c = 0; c < columns; c++, w += ROWS, i += COUNT) {
        FloatVector v = FloatVector.fromArray(SPECIES, x, i);
        s0 = v.lanewise(VectorOperators.FMA, weights[w + 0], s0);
        s1 = v.lanewise(VectorOperators.FMA, weights[w + 1], s1);
        s2 = v.lanewise(VectorOperators.FMA, weights[w + 2], s2);
        s3 = v.lanewise(VectorOperators.FMA, weights[w + 3], s3);
        s4 = v.lanewise(VectorOperators.FMA, weights[w + 4], s4);
        s5 = v.lanewise(VectorOperators.FMA, weights[w + 5], s5);
        s6 = v.lanewise(VectorOperators.FMA, weights[w + 6], s6);
        s7 = v.lanewise(VectorOperators.FMA, weights[w + 7], s7);
      }
      s0.intoArray(out, o + 0 * COUNT);
      s1.intoArray(out, o + 1 * COUNT);
      s2.intoArray(out, o + 2 * COUNT);
      s3.intoArray(out, o + 3 * COUNT);
      s4.intoArray(out, o + 4 * COUNT);
      s5.intoArray(out, o + 5 * COUNT);
      s6.intoArray(out, o + 6 * COUNT);
      s7.intoArray(out, o + 7 * COUNT);
    }
  }

  /**
   * The product with the transpose: out[column] += sum over all panels and rows of
   * weight[column][row] x[panel][row], in two interleaved chains a panel.
   *
   * @param x 8 x 16 values a panel from {@code from}, panels {@code stride} apart
   * @param out columns x 16 values from {@code to}
   */
  static void addTransposed(
      float[] weights,
      int panels,
      int columns,
      float[] x,
      int from,
      int stride,
      float[] out,
      int to) {
    int w = 0;
    int i = from;
    for (int panel = 0; panel < panels; panel++, i += stride) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, x, i + 0 * COUNT);
      FloatVector v1 = FloatVector.fromArray(SPECIES, x, i + 1 * COUNT);
      FloatVector v2 = FloatVector.fromArray(SPECIES, x, i + 2 * COUNT);
      FloatVector v3 = FloatVector.fromArray(SPECIES, x, i + 3 * COUNT);
      FloatVector v4 = FloatVector.fromArray(SPECIES, x, i + 4 * COUNT);
      FloatVector v5 = FloatVector.fromArray(SPECIES, x, i + 5 * COUNT);
      FloatVector v6 = FloatVector.fromArray(SPECIES, x, i + 6 * COUNT);
      FloatVector v7 = FloatVector.fromArray(SPECIES, x, i + 7 * COUNT);
      int o = to;
      for (int c = 0; c < columns; c++, w += ROWS, o += COUNT) {
        FloatVector even = FloatVector.fromArray(SPECIES, out, o);
        FloatVector odd = v1.mul(weights[w + 1]);
        even = v0.lanewise(VectorOperators.FMA, weights[w], even);
        even = v2.lanewise(VectorOperators.FMA, weights[w + 2], even);
        odd = v3.lanewise(VectorOperators.FMA, weights[w + 3], odd);
        even = v4.lanewise(VectorOperators.FMA, weights[w + 4], even);
        odd = v5.lanewise(VectorOperators.FMA, weights[w + 5], odd);
        even = v6.lanewise(VectorOperators.FMA, weights[w + 6], even);
        odd = v7.lanewise(VectorOperators.FMA, weights[w + 7], odd);
        even.add(odd).intoArray(out, o);
      }
    }
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
