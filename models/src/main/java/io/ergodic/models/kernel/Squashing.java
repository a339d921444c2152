package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Hyperbolic tangent, logistic function and exponential of stretches of lanes, in place. All come
 * from e^y - 1 = 2^k (e^r - 1) + (2^k - 1) with |r| at most ln 2 / 2 and the Taylor polynomial of
 * degree 7 for e^r - 1. The tangent is right to 4e-7 of its value, the others to 2e-7 absolute:
 * they are for gates and shares. A stretch is a multiple of sixteen values.
 */
final class Squashing {
  /** From here on the tangent rounds to 1. */
  private static final float LARGEST = 9.5f;

  /** Below, the exponential is taken for that of this: 1e-37. */
  private static final float SMALLEST = -85f;

  /** Adding it rounds to a whole number, which stands in the lowest bits. */
  private static final float ROUNDING = 0x1.8p23f;

  private static final float LOG2E = 1.4426950408889634f;

  /** ln 2 in two parts; the first has few bits, so that k times it is exact. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440054690583e-4f;
  private static final int BIAS = 127;
  private static final int MANTISSA = 23;

  private Squashing() {}

  /** Replaces values by their hyperbolic tangents. */
  static void tanh(float[] values, int from, int count) {
    squash(values, from, count, 1, 0);
  }

  /** Replaces values by 1 / (1 + e^-x) = 1/2 + tanh(x / 2) / 2. */
  static void logistic(float[] values, int from, int count) {
    squash(values, from, count, 0.5f, 0.5f);
  }

  /**
   * Replaces values by factor tanh(factor x) + shift, tanh |x| being grown / (grown + 2), grown =
   * e^(2 |x|) - 1.
   *
   * <p>In one piece, too long to be inlined, for the reason given in {@link Panels}.
   */
  private static void squash(float[] values, int from, int count, float factor, float shift) {
    int end = from + count;
    for (int o = from; o < end; o += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, values, o).mul(factor);
      FloatVector size = x.abs();
      FloatVector y = size.blend(LARGEST, size.compare(VectorOperators.GT, LARGEST)).mul(2f);
      FloatVector shifted = y.mul(LOG2E).add(ROUNDING);
      FloatVector k = shifted.sub(ROUNDING);
      FloatVector r = y.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      FloatVector sum =
          r.lanewise(VectorOperators.MUL, 1f / 5040).lanewise(VectorOperators.ADD, 1f / 720);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f / 120);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f / 24);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f / 6);
      sum = sum.lanewise(VectorOperators.FMA, r, 0.5f);
      FloatVector square = r.mul(r);
      sum = sum.lanewise(VectorOperators.FMA, square, r);
      IntVector exponent = shifted.reinterpretAsInts().add(BIAS);
      IntVector bits = exponent.lanewise(VectorOperators.LSHL, MANTISSA);
      FloatVector power = bits.reinterpretAsFloats();
      FloatVector grown = sum.mul(power).add(power.sub(1f));
      FloatVector value = grown.div(grown.add(2f));
      IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
      IntVector magnitude = value.reinterpretAsInts();
      FloatVector signed = magnitude.or(sign).reinterpretAsFloats();
      signed.lanewise(VectorOperators.FMA, factor, shift).intoArray(values, o);
    }
  }

  /** Replaces values of at most 0 by e^x. */
  static void exponential(float[] values, int from, int count) {
    int end = from + count;
    for (int o = from; o < end; o += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, values, o);
      FloatVector y = x.blend(SMALLEST, x.compare(VectorOperators.LT, SMALLEST));
      FloatVector shifted = y.mul(LOG2E).add(ROUNDING);
      FloatVector k = shifted.sub(ROUNDING);
      FloatVector r = y.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      FloatVector sum =
          r.lanewise(VectorOperators.MUL, 1f / 5040).lanewise(VectorOperators.ADD, 1f / 720);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f / 120);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f / 24);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f / 6);
      sum = sum.lanewise(VectorOperators.FMA, r, 0.5f);
      sum = sum.mul(r).mul(r).add(r).add(1f);
      IntVector exponent = shifted.reinterpretAsInts().add(BIAS);
      IntVector bits = exponent.lanewise(VectorOperators.LSHL, MANTISSA);
      sum.mul(bits.reinterpretAsFloats()).intoArray(values, o);
    }
  }
}
