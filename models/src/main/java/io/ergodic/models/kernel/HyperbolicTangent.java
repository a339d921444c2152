package io.ergodic.models.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * tanh x = 1 - 2 / (exp(2|x|) + 1), with the sign of x, of whole arrays. The exponential is 2^k
 * times the Taylor polynomial of degree 13 on |r| &lt;= ln 2 / 2. The error is at most 4e-16
 * absolute, not relative: meant for units that are added up. Without fused multiply-adds, so that
 * vectors of any width and the loop over what is left have the same bits.
 */
public final class HyperbolicTangent {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** From here on the value is 1. */
  private static final double LARGEST = 20;

  /** Adding it rounds to a whole number, which stands in the lowest bits. */
  private static final double ROUNDING = 0x1.8p52;

  private static final double LOG2E = 1.4426950408889634;

  /** ln 2 in two parts; the first has 33 bits, so that k times it is exact. */
  private static final double LN2_HIGH = 6.93147180369123816490e-01;

  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final long BIAS = 1023;

  /** 1/n! from n = 13 down to 0. */
  private static final double[] TAYLOR = new double[14];

  static {
    double factorial = 1;
    for (int n = 0; n < TAYLOR.length; n++) {
      factorial *= Math.max(1, n);
      TAYLOR[TAYLOR.length - 1 - n] = 1 / factorial;
    }
  }

  private HyperbolicTangent() {}

  /** Replaces {@code count} values from {@code from} on. What is not a number stays so. */
  public static void apply(double[] values, int from, int count) {
    int vectorised = from + SPECIES.loopBound(count);
    int at = from;
    for (; at < vectorised; at += SPECIES.length()) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, values, at);
      DoubleVector twice = x.abs().min(LARGEST).mul(2);
      DoubleVector shifted = twice.mul(LOG2E).add(ROUNDING);
      DoubleVector k = shifted.sub(ROUNDING);
      DoubleVector r = twice.sub(k.mul(LN2_HIGH)).sub(k.mul(LN2_LOW));
      DoubleVector sum = DoubleVector.broadcast(SPECIES, TAYLOR[0]);
      for (int n = 1; n < TAYLOR.length; n++) {
        sum = sum.mul(r).add(TAYLOR[n]);
      }
      LongVector exponent = shifted.reinterpretAsLongs().add(BIAS);
      DoubleVector power = exponent.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
      DoubleVector value = two.div(sum.mul(power).add(1)).neg().add(1);
      LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
      value.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(values, at);
    }
    for (; at < from + count; at++) {
      values[at] = of(values[at]);
    }
  }

  /** The same of one value. */
  public static double of(double x) {
    double twice = Math.min(Math.abs(x), LARGEST) * 2;
    double shifted = twice * LOG2E + ROUNDING;
    double k = shifted - ROUNDING;
    double r = twice - k * LN2_HIGH - k * LN2_LOW;
    double sum = TAYLOR[0];
    for (int n = 1; n < TAYLOR.length; n++) {
      sum = sum * r + TAYLOR[n];
    }
    double power = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) + BIAS << 52);
    double value = -(2 / (sum * power + 1)) + 1;
    return Math.copySign(value, x);
  }
}
