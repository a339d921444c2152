package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The logistic function 1 / (1 + exp(-x)) of stretches of lanes: exp(-|x|) is 2^k times the Taylor
 * polynomial of degree 7 on |r| &lt;= ln 2 / 2. The error is at most 2e-7.
 */
final class LogisticLanes {
  /** From here on the value is 1 but for what rounding takes away. */
  private static final float LARGEST = 40;

  /** Adding it rounds to a whole number, which stands in the lowest bits. */
  private static final float ROUNDING = 0x1.8p23f;

  private static final float LOG2E = 1.44269504f;

  /** ln 2 in two parts; the first has 9 bits, so that k times it is exact. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;
  private static final int BIAS = 127;
  private static final int MANTISSA = 23;

  private LogisticLanes() {}

  /**
   * Replaces values, a multiple of sixteen, by their logistic functions. In one piece, too long to
   * be inlined, for the reason given in {@link Panels}.
   */
  static void apply(float[] values, int from, int count) {
    int end = from + count;
    for (int o = from; o < end; o += WIDTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, values, o);
      FloatVector size = x.lanewise(VectorOperators.ABS);
      FloatVector t = size.blend(LARGEST, size.compare(VectorOperators.GT, LARGEST)).neg();
      FloatVector shifted = t.mul(LOG2E).add(ROUNDING);
      FloatVector k = shifted.sub(ROUNDING);
      FloatVector r = t.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      FloatVector sum = r.mul(1 / 5040f).add(1 / 720f);
      sum = sum.lanewise(VectorOperators.FMA, r, 1 / 120f);
      sum = sum.lanewise(VectorOperators.FMA, r, 1 / 24f);
      sum = sum.lanewise(VectorOperators.FMA, r, 1 / 6f);
      sum = sum.lanewise(VectorOperators.FMA, r, 0.5f);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f);
      sum = sum.lanewise(VectorOperators.FMA, r, 1f);
      IntVector exponent = shifted.reinterpretAsInts().add(BIAS);
      IntVector bits = exponent.lanewise(VectorOperators.LSHL, MANTISSA);
      FloatVector small = sum.mul(bits.reinterpretAsFloats());
      FloatVector whole = small.add(1f);
      FloatVector part = small.blend(1f, x.compare(VectorOperators.GE, 0f));
      part.div(whole).intoArray(values, o);
    }
  }
}
