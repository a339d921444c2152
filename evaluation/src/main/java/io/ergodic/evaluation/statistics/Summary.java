package io.ergodic.evaluation.statistics;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.metric.Direction;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One metric over the trials of a system on a dataset. Failed trials take part as infinitely bad
 * values (plus infinity; minus infinity where higher is better), so the median, its deviation and
 * its interval are infinite once too many trials fail.
 *
 * @param count trials in all, failed ones included
 * @param failed trials that failed or whose value is not finite
 * @param median of all trials; NaN when there are none
 * @param mad median absolute deviation from the median, not scaled to a normal deviation; NaN where
 *     the median is infinite
 * @param mean of the trials that did not fail, to be read beside {@code failed}; NaN when there are
 *     none
 * @param low lower end of the 95 % bootstrap interval of the median
 * @param high upper end of it
 */
public record Summary(
    int count, int failed, double median, double mad, double mean, double low, double high) {
  private static final int RESAMPLES = 4999;

  /**
   * Summarises the values of the trials that ended well and the number of those that did not. The
   * interval is the percentile bootstrap (Efron 1979) of the median, with a fixed seed: equal
   * values give equal intervals.
   */
  public static Summary of(double[] values, int failed, Direction direction) {
    double[] valid = Arrays.stream(values).filter(Double::isFinite).toArray();
    int count = values.length + failed;
    double worst =
        direction == Direction.HIGHER_IS_BETTER
            ? Double.NEGATIVE_INFINITY
            : Double.POSITIVE_INFINITY;
    double[] sorted = Arrays.copyOf(valid, count);
    Arrays.fill(sorted, valid.length, count, worst);
    Arrays.sort(sorted);
    double median = Median.ofSorted(sorted);
    double mean = Arrays.stream(valid).average().orElse(Double.NaN);
    double[] interval = interval(sorted);
    return new Summary(
        count,
        count - valid.length,
        median,
        deviation(sorted, median),
        mean,
        interval[0],
        interval[1]);
  }

  private static double deviation(double[] values, double median) {
    if (Double.isNaN(median) || Double.isInfinite(median)) {
      return Double.NaN;
    }
    return Median.of(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
  }

  /** Order statistics 2.5 % and 97.5 % of the resampled medians, never interpolated. */
  private static double[] interval(double[] sorted) {
    int count = sorted.length;
    if (count == 0) {
      return new double[] {Double.NaN, Double.NaN};
    }
    RandomGenerator random = RandomStreams.stream(0, "bootstrap of the median");
    double[] medians = new double[RESAMPLES];
    double[] sample = new double[count];
    for (int b = 0; b < RESAMPLES; b++) {
      for (int i = 0; i < count; i++) {
        sample[i] = sorted[random.nextInt(count)];
      }
      Arrays.sort(sample);
      medians[b] = Median.ofSorted(sample);
    }
    Arrays.sort(medians);
    int tail = (RESAMPLES + 1) / 40;
    return new double[] {medians[tail - 1], medians[RESAMPLES - tail]};
  }
}
