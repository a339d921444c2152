package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The logistic function 1 / (1 + exp(-x)) of vectors: exp(-|x|) is 2^k times the Taylor polynomial
 * of degree 7 on |r| &lt;= ln 2 / 2. The error is at most 2e-7.
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

  private LogisticLanes() {}

  /** Replaces the values of one unit, sixteen lanes from {@code from} on. */
  static void apply(float[] values, int from) {
    for (int at = from; at < from + Lanes.COUNT; at += Lanes.WIDTH) {
      of(FloatVector.fromArray(SPECIES, values, at)).intoArray(values, at);
    }
  }

  static FloatVector of(FloatVector x) {
    FloatVector t = x.lanewise(VectorOperators.ABS).min(LARGEST).neg();
    FloatVector shifted = t.mul(LOG2E).add(ROUNDING);
    FloatVector k = shifted.sub(ROUNDING);
    FloatVector r = t.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
    FloatVector sum = r.mul(1 / 5040f).add(1 / 720f);
    sum = sum.mul(r).add(1 / 120f);
    sum = sum.mul(r).add(1 / 24f);
    sum = sum.mul(r).add(1 / 6f);
    sum = sum.mul(r).add(0.5f);
    sum = sum.mul(r).add(1f);
    sum = sum.mul(r).add(1f);
    IntVector exponent = shifted.reinterpretAsInts().add(BIAS).lanewise(VectorOperators.LSHL, 23);
    FloatVector small = sum.mul(exponent.reinterpretAsFloats());
    FloatVector above = FloatVector.broadcast(SPECIES, 1f).div(small.add(1f));
    return above.blend(small.mul(above), x.compare(VectorOperators.LT, 0f));
  }
}
