package io.ergodic.models.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The layout of the recurrent kernels: sixteen sequences side by side, one to a lane, so that a
 * quantity of one unit at one time is sixteen consecutive floats ([time][unit][lane]). Sums over
 * sequences are kept by lane to the end and then added in the order of the lanes: the result has
 * the same bits whether a vector holds four lanes, eight or sixteen.
 */
public final class Lanes {
  /** Sequences in a block. */
  public static final int COUNT = 16;

  static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > COUNT
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** Lanes in one vector; a loop over lane offsets in this stride covers a block. */
  static final int WIDTH = SPECIES.length();

  private Lanes() {}

  /** The sum of the sixteen lanes from {@code offset}, in order. */
  public static float sum(float[] values, int offset) {
    float sum = 0;
    for (int lane = 0; lane < COUNT; lane++) {
      sum += values[offset + lane];
    }
    return sum;
  }

  /**
   * Copies up to sixteen sequences into lanes. Lanes without a sequence repeat the first one, so
   * that they stay as finite as it is.
   *
   * @param sequences count x rows x columns, row-major
   * @param lanes receives rows x columns x 16
   */
  public static void load(
      float[] sequences, int first, int count, int rows, int columns, float[] lanes) {
    int size = rows * columns;
    for (int lane = 0; lane < COUNT; lane++) {
      int from = (lane < count ? first + lane : first) * size;
      for (int i = 0; i < size; i++) {
        lanes[i * COUNT + lane] = sequences[from + i];
      }
    }
  }

  /** Adds stretches of {@code count} values, a multiple of sixteen, to sums. */
  static void add(float[] values, int from, float[] sums, int to, int count) {
    for (int o = 0; o < count; o += WIDTH) {
      FloatVector.fromArray(SPECIES, sums, to + o)
          .add(FloatVector.fromArray(SPECIES, values, from + o))
          .intoArray(sums, to + o);
    }
  }

  /**
   * Forces a state towards a signal: {@code state = (1 - alpha) state + alpha signal} over {@code
   * variables} x 16 values.
   */
  static void force(float alpha, float[] signal, int at, float[] state, int from, int variables) {
    for (int o = 0; o < variables * COUNT; o += WIDTH) {
      FloatVector target = FloatVector.fromArray(SPECIES, signal, at + o);
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + o);
      z.lanewise(VectorOperators.FMA, 1 - alpha, target.mul(alpha)).intoArray(state, from + o);
    }
  }

  /** The adjoint of {@link #force}: {@code inner = (1 - alpha) inner}. */
  static void release(float alpha, float[] inner, int variables) {
    for (int o = 0; o < variables * COUNT; o += WIDTH) {
      FloatVector.fromArray(SPECIES, inner, o).mul(1 - alpha).intoArray(inner, o);
    }
  }
}
