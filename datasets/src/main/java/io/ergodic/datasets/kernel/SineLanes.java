package io.ergodic.datasets.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link StrictSine} of a vector of lanes at a time, with its bits. Both polynomials are computed
 * for each lane and the right one taken; the few lanes that need more than 66 bits of pi/2 are left
 * to {@link StrictSine}.
 */
public final class SineLanes {
  /** Adding it leaves the whole part of a smaller number in the lowest bits. */
  private static final double WHOLE = 0x1p52;

  /** Up to here arguments are not reduced: the last number with the high word of pi/4. */
  private static final double UNREDUCED = Double.longBitsToDouble(0x3fe921fcL << 32);

  private static final double LARGEST = 0x1p19 * (Math.PI / 2);

  /** What is left of a longer argument, if shorter, has lost more than 14 bits. */
  private static final double CANCELLED = 0x1p-14;

  private static final double TINY = 0x1p-27;
  private static final double NEAR = Double.longBitsToDouble(0x3fd33333L << 32);
  private static final double FAR = Double.longBitsToDouble(0x3fe90001L << 32);
  private static final long HIGH_WORD = 0xffffffffL << 32;
  private static final long TWO_EXPONENTS = 0x00200000L << 32;

  private SineLanes() {}

  /** Replaces {@code count} values, a multiple of the vector's width, by their sines. */
  public static void sine(double[] values, int from, int count) {
    replace(values, from, count, 0);
  }

  /** Replaces {@code count} values, a multiple of the vector's width, by their cosines. */
  public static void cosine(double[] values, int from, int count) {
    replace(values, from, count, 1);
  }

  private static void replace(double[] values, int from, int count, long right) {
    for (int at = from; at < from + count; at += LaneOperations.WIDTH) {
      DoubleVector x = DoubleVector.fromArray(LaneOperations.SPECIES, values, at);
      DoubleVector whole = x.abs();
      DoubleVector turned = whole.mul(StrictSine.QUARTERS).add(0.5);
      DoubleVector shifted = turned.add(WHOLE);
      DoubleVector turns = shifted.sub(WHOLE);
      VectorMask<Double> up = turns.compare(VectorOperators.GT, turned);
      shifted = shifted.sub(1, up);
      VectorMask<Double> plain = whole.compare(VectorOperators.LT, UNREDUCED);
      shifted = shifted.blend(WHOLE, plain);
      turns = shifted.sub(WHOLE);
      DoubleVector left = whole.sub(turns.mul(StrictSine.FIRST));
      DoubleVector rest = turns.mul(StrictSine.AFTER_FIRST);
      DoubleVector head = left.sub(rest);
      VectorMask<Double> hard =
          head.abs()
              .compare(VectorOperators.LT, whole.mul(CANCELLED))
              .or(whole.compare(VectorOperators.LT, LARGEST).not());
      DoubleVector tail = left.sub(head).sub(rest);
      VectorMask<Double> negative = x.compare(VectorOperators.LT, 0);
      head = head.lanewise(VectorOperators.NEG, negative);
      tail = tail.lanewise(VectorOperators.NEG, negative);
      LongVector quadrant = shifted.reinterpretAsLongs();
      quadrant =
          quadrant.lanewise(VectorOperators.NEG, negative.cast(quadrant.species())).add(right);
      DoubleVector z = head.mul(head);
      // sine
      DoubleVector cube = z.mul(head);
      DoubleVector r = z.mul(StrictSine.S6).add(StrictSine.S5);
      r = z.mul(r).add(StrictSine.S4);
      r = z.mul(r).add(StrictSine.S3);
      r = z.mul(r).add(StrictSine.S2);
      DoubleVector withTail =
          head.sub(z.mul(tail.mul(0.5).sub(cube.mul(r))).sub(tail).sub(cube.mul(StrictSine.S1)));
      DoubleVector sine = head.add(cube.mul(z.mul(r).add(StrictSine.S1)));
      sine = withTail.blend(sine, plain);
      sine = sine.blend(x, whole.compare(VectorOperators.LT, TINY));
      // cosine
      DoubleVector c = z.mul(StrictSine.C6).add(StrictSine.C5);
      c = z.mul(c).add(StrictSine.C4);
      c = z.mul(c).add(StrictSine.C3);
      c = z.mul(c).add(StrictSine.C2);
      c = z.mul(c).add(StrictSine.C1);
      c = z.mul(c);
      DoubleVector correction = z.mul(c).sub(head.mul(tail));
      DoubleVector length = head.abs();
      DoubleVector quarter =
          length
              .reinterpretAsLongs()
              .and(HIGH_WORD)
              .sub(TWO_EXPONENTS)
              .reinterpretAsDoubles()
              .blend(0.28125, length.compare(VectorOperators.GE, FAR))
              .blend(0, length.compare(VectorOperators.LT, NEAR));
      DoubleVector half = z.mul(0.5);
      DoubleVector one = DoubleVector.broadcast(LaneOperations.SPECIES, 1);
      DoubleVector cosine = one.sub(quarter).sub(half.sub(quarter).sub(correction));
      VectorMask<Double> even =
          quadrant.and(1).compare(VectorOperators.EQ, 0).cast(LaneOperations.SPECIES);
      DoubleVector value = cosine.blend(sine, even);
      DoubleVector signed =
          value
              .reinterpretAsLongs()
              .lanewise(VectorOperators.XOR, quadrant.and(2).lanewise(VectorOperators.LSHL, 62))
              .reinterpretAsDoubles();
      if (hard.anyTrue()) {
        double[] asked = x.toArray();
        signed.intoArray(values, at);
        for (int lane = 0; lane < asked.length; lane++) {
          if (hard.laneIsSet(lane)) {
            values[at + lane] =
                right == 0 ? StrictSine.sin(asked[lane]) : StrictSine.cos(asked[lane]);
          }
        }
      } else {
        signed.intoArray(values, at);
      }
    }
  }
}
