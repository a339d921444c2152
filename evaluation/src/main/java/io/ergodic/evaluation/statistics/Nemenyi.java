package io.ergodic.evaluation.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.special.Erf;

/**
 * Nemenyi's test: two systems differ at the 5 % level when their mean ranks differ by the critical
 * difference q sqrt(k(k+1)/(6N)) (Demsar 2006, section 3.2.2).
 */
final class Nemenyi {
  private static final double LEVEL = 0.05;
  private static final int INTERVALS = 800;
  private static final Map<Integer, Double> RANGES = new ConcurrentHashMap<>();

  private Nemenyi() {}

  /** NaN with fewer than two systems or no block. */
  static double criticalDifference(int systems, int blocks) {
    if (systems < 2 || blocks < 1) {
      return Double.NaN;
    }
    double q = RANGES.computeIfAbsent(systems, Nemenyi::studentisedRange) / Math.sqrt(2);
    return q * Math.sqrt(systems * (systems + 1.0) / (6.0 * blocks));
  }

  /** The 95 % point of the range of {@code count} standard normal values, by bisection. */
  static double studentisedRange(int count) {
    double low = 0;
    double high = 20;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (rangeBelow(middle, count) < 1 - LEVEL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** P(range &lt; q) = k integral phi(x) (Phi(x) - Phi(x - q))^(k-1) dx, by Simpson's rule. */
  private static double rangeBelow(double q, int count) {
    double from = -9;
    double width = (9 + q - from) / INTERVALS;
    double sum = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      double x = from + i * width;
      double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      double inside = normal(x) - normal(x - q);
      double weight = i == 0 || i == INTERVALS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * density * Math.pow(inside, count - 1);
    }
    return count * sum * width / 3;
  }

  private static double normal(double x) {
    return Erf.erfc(-x / Math.sqrt(2)) / 2;
  }
}
