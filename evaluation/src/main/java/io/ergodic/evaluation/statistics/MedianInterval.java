package io.ergodic.evaluation.statistics;

import java.util.Optional;

/**
 * A confidence interval of a median between two order statistics (Conover 1999, section 3.2): with
 * n independent values of any continuous distribution the k-th smallest and the k-th largest hold
 * the median between them with probability 1 - 2 P(B &lt; k), B binomial of n halves. It is the
 * narrowest such interval that covers at least 95 %; values that may be equal are covered more
 * often.
 *
 * @param low lower end
 * @param high upper end
 * @param coverage probability of holding the median
 */
public record MedianInterval(double low, double high, double coverage) {
  private static final double ASKED = 0.95;

  /** Of values in rising order; empty where even their extremes cover less than 95 %. */
  static Optional<MedianInterval> of(double[] sorted) {
    int count = sorted.length;
    double outside = 0;
    double probability = Math.pow(0.5, count);
    int rank = 0;
    while (rank < count / 2 && 2 * (outside + probability) <= 1 - ASKED) {
      outside += probability;
      probability *= (count - rank) / (rank + 1.0);
      rank++;
    }
    return rank == 0
        ? Optional.empty()
        : Optional.of(new MedianInterval(sorted[rank - 1], sorted[count - rank], 1 - 2 * outside));
  }
}
