package io.ergodic.evaluation.statistics;

import io.ergodic.datasets.scale.Median;
import io.ergodic.evaluation.metric.Direction;
import java.util.Arrays;
import java.util.Optional;

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
 * @param least of all trials; NaN when there are none
 * @param greatest of all trials
 * @param interval of the median; empty below six trials, whose extremes cover it in less than 95 %
 */
public record Summary(
    int count,
    int failed,
    double median,
    double mad,
    double mean,
    double least,
    double greatest,
    Optional<MedianInterval> interval) {

  /** Summarises the values of the trials that ended well and the number of those that did not. */
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
    return new Summary(
        count,
        count - valid.length,
        median,
        deviation(sorted, median),
        Arrays.stream(valid).average().orElse(Double.NaN),
        count == 0 ? Double.NaN : sorted[0],
        count == 0 ? Double.NaN : sorted[count - 1],
        MedianInterval.of(sorted));
  }

  private static double deviation(double[] values, double median) {
    if (Double.isNaN(median) || Double.isInfinite(median)) {
      return Double.NaN;
    }
    return Median.of(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
  }
}
