package io.ergodic.datasets.kernel;

/**
 * Sine and cosine with the bits of {@link StrictMath}, several times as fast: that leaves Java for
 * each value. The method is that of fdlibm (Sun Microsystems 1993), which StrictMath is defined by:
 * reduction by pi/2 in parts of 33 bits, then the polynomials of Ng and Remez of degree 13 and 14
 * on [-pi/4, pi/4]. Arguments beyond 2^19 pi/2 are left to StrictMath.
 */
public final class StrictSine {
  static final double S1 = -1.66666666666666324348e-01;
  static final double S2 = 8.33333333332248946124e-03;
  static final double S3 = -1.98412698298579493134e-04;
  static final double S4 = 2.75573137070700676789e-06;
  static final double S5 = -2.50507602534068634195e-08;
  static final double S6 = 1.58969099521155010221e-10;
  static final double C1 = 4.16666666666666019037e-02;
  static final double C2 = -1.38888888888741095749e-03;
  static final double C3 = 2.48015872894767294178e-05;
  static final double C4 = -2.75573143513906633035e-07;
  static final double C5 = 2.08757232129817482790e-09;
  static final double C6 = -1.13596475577881948265e-11;

  static final double QUARTERS = 6.36619772367581382433e-01;

  /** The first 33 bits of pi/2, the next 33, the third, and what is left after each. */
  static final double FIRST = 1.57079632673412561417e+00;

  static final double AFTER_FIRST = 6.07710050650619224932e-11;
  private static final double SECOND = 6.07710050630396597660e-11;
  private static final double AFTER_SECOND = 2.02226624879595063154e-21;
  private static final double THIRD = 2.02226624871116645580e-21;
  private static final double AFTER_THIRD = 8.47842766036889956997e-32;

  private static final int QUARTER_PI = 0x3fe921fb;
  private static final int THREE_QUARTERS_PI = 0x4002d97c;
  private static final int HALF_PI = 0x3ff921fb;
  private static final int LARGEST = 0x413921fb;
  private static final int SMALL = 0x3e400000;

  /** Below them near multiples of pi/2 are told by their high words. */
  private static final int[] MULTIPLES = new int[32];

  static {
    for (int n = 0; n < MULTIPLES.length; n++) {
      MULTIPLES[n] = high(n * (Math.PI / 2));
    }
  }

  private StrictSine() {}

  /** As {@link StrictMath#sin}. */
  public static double sin(double x) {
    return value(x, 0);
  }

  /** As {@link StrictMath#cos}. */
  public static double cos(double x) {
    return value(x, 1);
  }

  /** Sine of x and a number of right angles. */
  private static double value(double x, int right) {
    int size = high(x) & 0x7fffffff;
    if (size <= QUARTER_PI) {
      return right == 0 ? sine(x, 0, false) : cosine(x, 0);
    }
    if (size > LARGEST) {
      return right == 0 ? StrictMath.sin(x) : StrictMath.cos(x);
    }
    double whole = Math.abs(x);
    int turns;
    double head;
    double tail;
    if (size < THREE_QUARTERS_PI) {
      turns = 1;
      double left = whole - FIRST;
      double rest = AFTER_FIRST;
      if (size == HALF_PI) {
        left -= SECOND;
        rest = AFTER_SECOND;
      }
      head = left - rest;
      tail = (left - head) - rest;
    } else {
      turns = (int) (whole * QUARTERS + 0.5);
      double left = whole - turns * FIRST;
      double rest = turns * AFTER_FIRST;
      head = left - rest;
      if (turns >= MULTIPLES.length || size == MULTIPLES[turns]) {
        int exponent = size >> 20;
        if (exponent - exponent(head) > 16) {
          double before = left;
          rest = turns * SECOND;
          left = before - rest;
          rest = turns * AFTER_SECOND - ((before - left) - rest);
          head = left - rest;
          if (exponent - exponent(head) > 49) {
            before = left;
            rest = turns * THIRD;
            left = before - rest;
            rest = turns * AFTER_THIRD - ((before - left) - rest);
            head = left - rest;
          }
        }
      }
      tail = (left - head) - rest;
    }
    if (x < 0) {
      turns = -turns;
      head = -head;
      tail = -tail;
    }
    return switch (turns + right & 3) {
      case 0 -> sine(head, tail, true);
      case 1 -> cosine(head, tail);
      case 2 -> -sine(head, tail, true);
      default -> -cosine(head, tail);
    };
  }

  private static double sine(double x, double tail, boolean hasTail) {
    if ((high(x) & 0x7fffffff) < SMALL) {
      return x;
    }
    double z = x * x;
    double cube = z * x;
    double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
    return hasTail
        ? x - ((z * (0.5 * tail - cube * r) - tail) - cube * S1)
        : x + cube * (S1 + z * r);
  }

  private static double cosine(double x, double tail) {
    int size = high(x) & 0x7fffffff;
    if (size < SMALL) {
      return 1;
    }
    double z = x * x;
    double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
    if (size < 0x3fd33333) {
      return 1 - (0.5 * z - (z * r - x * tail));
    }
    // About a quarter of |x|, so that 1 - quarter is exact.
    double quarter =
        size > 0x3fe90000 ? 0.28125 : Double.longBitsToDouble((long) (size - 0x00200000) << 32);
    double half = 0.5 * z - quarter;
    double most = 1 - quarter;
    return most - (half - (z * r - x * tail));
  }

  private static int high(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 32);
  }

  private static int exponent(double x) {
    return high(x) >> 20 & 0x7ff;
  }
}
