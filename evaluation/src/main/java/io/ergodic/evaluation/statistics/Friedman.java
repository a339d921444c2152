package io.ergodic.evaluation.statistics;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Friedman's test of the hypothesis that all systems are equally good, from their ranks in blocks.
 *
 * @param statistic Friedman's chi-square, corrected for ties (Conover 1999, section 5.8)
 * @param pValue of the statistic, chi-square with k - 1 degrees of freedom
 * @param imanDavenport the F form (Iman and Davenport 1980), less conservative
 * @param imanDavenportPValue F with k - 1 and (k - 1)(N - 1) degrees of freedom
 */
public record Friedman(
    double statistic, double pValue, double imanDavenport, double imanDavenportPValue) {
  static final Friedman NONE = new Friedman(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * Tests ranks given as blocks x systems. All NaN with fewer than two blocks or systems; statistic
   * 0 when all ranks are tied.
   */
  public static Friedman of(double[][] ranks) {
    int blocks = ranks.length;
    int systems = blocks == 0 ? 0 : ranks[0].length;
    if (blocks < 2 || systems < 2) {
      return NONE;
    }
    double middle = (systems + 1) / 2.0;
    double spread = 0;
    for (int j = 0; j < systems; j++) {
      double sum = 0;
      for (double[] block : ranks) {
        sum += block[j] - middle;
      }
      spread += sum * sum;
    }
    double ties = 0;
    for (double[] block : ranks) {
      ties += Ranks.ties(block);
    }
    double scale = blocks * systems * (systems + 1) / 12.0 - ties / (12.0 * (systems - 1));
    if (scale <= 0) {
      return new Friedman(0, 1, 0, 1);
    }
    double statistic = spread / scale;
    double rest = Math.max(0, blocks * (systems - 1) - statistic);
    double f = (blocks - 1) * statistic / rest;
    double pOfF =
        rest < 1e-9
            ? 0
            : tail(
                new FDistribution(systems - 1, (systems - 1.0) * (blocks - 1))
                    .cumulativeProbability(f));
    double p = tail(new ChiSquaredDistribution(systems - 1).cumulativeProbability(statistic));
    return new Friedman(statistic, p, rest < 1e-9 ? Double.POSITIVE_INFINITY : f, pOfF);
  }

  private static double tail(double cumulative) {
    return Math.max(0, 1 - cumulative);
  }
}
