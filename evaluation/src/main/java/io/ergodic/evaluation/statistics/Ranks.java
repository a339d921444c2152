package io.ergodic.evaluation.statistics;

import java.util.Arrays;
import java.util.Comparator;

/** Ranks from 1 (smallest value); equal values share the mean of their ranks. */
public final class Ranks {
  private Ranks() {}

  /** The rank of each value, in the order of the values. */
  public static double[] of(double[] values) {
    int count = values.length;
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[count];
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /** The sum of t^3 - t over all groups of t equal values, for tie corrections. */
  static double ties(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double size = to - from;
      sum += size * size * size - size;
      from = to;
    }
    return sum;
  }
}
