package io.ergodic.datasets.invariant;

/**
 * The correlation dimension of Grassberger and Procaccia (Physica D 9, 1983): the slope of log C(r)
 * over log r, C(r) being the fraction of pairs of points closer than r. Every coordinate is scaled
 * to deviation 1, distances are Euclidean, and pairs closer than a window in time are left out
 * (Theiler, Phys. Rev. A 34, 1986).
 *
 * <p>The scaling region is the longest range of r, of a factor of four at least, with C(r) below
 * 0.01 and at least 200 pairs below its lower end, in which the slopes over factors of two stay
 * within 5 % of that over the whole range; {@code scaling} is false where there is none, and the
 * range of four with the steadiest slopes is taken. The standard error comes from slopes of eight
 * parts of the reference points; that of the choice of region is not in it.
 *
 * @param slope with its error; none with too few pairs
 * @param lower end of the scaling region, in deviations of the coordinates
 * @param upper end of the scaling region
 * @param scaling whether the slopes are steady in it
 */
public record CorrelationDimension(Estimate slope, double lower, double upper, boolean scaling) {
  /** Not known. */
  static final CorrelationDimension NONE =
      new CorrelationDimension(Estimate.NONE, Double.NaN, Double.NaN, false);

  /** Bins a factor of two in squared distance: sixteen, by the upper bits of the mantissa. */
  private static final int BITS = 48;

  private static final int OCTAVE = 32;
  private static final int SHORTEST = 2 * OCTAVE;
  private static final int BINS = 1 << 15;
  private static final int PARTS = 8;
  private static final double LARGEST_FRACTION = 0.01;
  private static final long FEWEST_PAIRS = 200;
  private static final double STEADY = 0.05;

  /**
   * @param theiler rows that two points must be apart in time
   */
  public static CorrelationDimension of(Orbit orbit, int theiler) {
    long[][] counts = counts(orbit, Math.max(1, theiler));
    long[] total = new long[BINS];
    long pairs = 0;
    for (long[] part : counts) {
      for (int bin = 0; bin < BINS; bin++) {
        total[bin] += part[bin];
        pairs += part[bin];
      }
    }
    cumulate(total);
    for (long[] part : counts) {
      cumulate(part);
    }
    int from = 0;
    while (from < BINS && total[from] < FEWEST_PAIRS) {
      from++;
    }
    int to = from;
    while (to + 1 < BINS && total[to + 1] < LARGEST_FRACTION * pairs) {
      to++;
    }
    return region(total, counts, from, to);
  }

  private static CorrelationDimension region(long[] total, long[][] parts, int from, int to) {
    if (to - from < SHORTEST) {
      return new CorrelationDimension(Estimate.NONE, Double.NaN, Double.NaN, false);
    }
    int best = -1;
    int bestLength = 0;
    double steadiest = Double.POSITIVE_INFINITY;
    for (int length = SHORTEST; length <= to - from; length += OCTAVE / 4) {
      for (int low = from; low + length <= to; low += OCTAVE / 4) {
        double spread = spread(total, low, low + length);
        boolean longer = spread <= STEADY && (steadiest > STEADY || length > bestLength);
        if (longer || (spread < steadiest && (length == bestLength || steadiest > STEADY))) {
          best = low;
          bestLength = length;
          steadiest = spread;
        }
      }
    }
    int end = best + bestLength;
    double[] slopes = new double[PARTS];
    for (int p = 0; p < PARTS; p++) {
      slopes[p] = slope(parts[p], best, end);
    }
    Estimate error = Estimate.ofIndependent(slopes);
    return new CorrelationDimension(
        new Estimate(slope(total, best, end), error.standardError()),
        radius(best),
        radius(end),
        steadiest <= STEADY);
  }

  /** Largest deviation of the slope over a factor of two from that over the range, relative. */
  private static double spread(long[] cumulated, int low, int high) {
    double mean = slope(cumulated, low, high);
    double worst = 0;
    for (int at = low; at + OCTAVE <= high; at += OCTAVE / 4) {
      worst = Math.max(worst, Math.abs(slope(cumulated, at, at + OCTAVE) / mean - 1));
    }
    return worst;
  }

  private static double slope(long[] cumulated, int low, int high) {
    double ratio = (double) cumulated[high] / Math.max(1, cumulated[low]);
    return StrictMath.log(ratio) / StrictMath.log(radius(high) / radius(low));
  }

  /** The distance at the upper edge of a bin. */
  private static double radius(int bin) {
    return Math.sqrt(Double.longBitsToDouble((bin + 1L) << BITS));
  }

  private static void cumulate(long[] counts) {
    for (int bin = 1; bin < BINS; bin++) {
      counts[bin] += counts[bin - 1];
    }
  }

  private static long[][] counts(Orbit orbit, int theiler) {
    int length = orbit.length();
    int n = orbit.dimension();
    double[] points = new double[length * n];
    for (int i = 0; i < n; i++) {
      double[] series = orbit.standardised(i);
      for (int k = 0; k < length; k++) {
        points[k * n + i] = series[k];
      }
    }
    long[][] counts = new long[PARTS][BINS];
    for (int k = 0; k < length; k++) {
      long[] part = counts[(int) ((long) k * PARTS / length)];
      // half the ring of all other points: each pair once, every point as often as another
      for (int offset = theiler; offset <= length / 2; offset++) {
        int other = k + offset < length ? k + offset : k + offset - length;
        if (Math.abs(other - k) < theiler) {
          continue;
        }
        double square = 0;
        for (int i = 0; i < n; i++) {
          double difference = points[k * n + i] - points[other * n + i];
          square += difference * difference;
        }
        part[(int) (Double.doubleToRawLongBits(square) >>> BITS)]++;
      }
    }
    return counts;
  }
}
