package io.ergodic.evaluation.statistics;

import org.hipparchus.special.Erf;

/**
 * Wilcoxon's signed-rank test of two paired samples, two-sided. Pairs without a difference are left
 * out (Wilcoxon 1945); tied differences share their mean rank. The distribution under the
 * hypothesis is exact, ties included, up to 200 pairs, and normal above.
 */
final class Wilcoxon {
  private static final int EXACT = 200;

  private Wilcoxon() {}

  /** The p-value; 1 when no pair differs. Two infinite values of one sign do not differ. */
  static double pValue(double[] left, double[] right) {
    double[] differences = new double[left.length];
    int count = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i] != right[i]) {
        differences[count++] = left[i] - right[i];
      }
    }
    if (count == 0) {
      return 1;
    }
    double[] sizes = new double[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = Math.abs(differences[i]);
    }
    double[] ranks = Ranks.of(sizes);
    double positive = 0;
    double negative = 0;
    for (int i = 0; i < count; i++) {
      if (differences[i] > 0) {
        positive += ranks[i];
      } else {
        negative += ranks[i];
      }
    }
    double statistic = Math.min(positive, negative);
    return count <= EXACT ? exact(ranks, statistic) : approximate(ranks, statistic);
  }

  /** Every sign pattern is equally likely: counts the sums of (doubled, hence whole) ranks. */
  private static double exact(double[] ranks, double statistic) {
    int total = ranks.length * (ranks.length + 1);
    double[] probability = new double[total + 1];
    probability[0] = 1;
    for (double rank : ranks) {
      int doubled = (int) Math.round(2 * rank);
      for (int sum = total; sum >= 0; sum--) {
        double with = sum >= doubled ? probability[sum - doubled] : 0;
        probability[sum] = (probability[sum] + with) / 2;
      }
    }
    double below = 0;
    for (int sum = 0; sum <= (int) Math.round(2 * statistic); sum++) {
      below += probability[sum];
    }
    return Math.min(1, 2 * below);
  }

  private static double approximate(double[] ranks, double statistic) {
    double mean = 0;
    double variance = 0;
    for (double rank : ranks) {
      mean += rank / 2;
      variance += rank * rank / 4;
    }
    return Erf.erfc((mean - statistic) / Math.sqrt(2 * variance));
  }
}
