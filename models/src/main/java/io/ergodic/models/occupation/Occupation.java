package io.ergodic.models.occupation;

import java.util.Arrays;

/**
 * How often an orbit is in which cell of a grid, and the Kullback-Leibler divergence of that from
 * the occupation by a series: sum p ln(p / q) over all cells, p of the series, 1e-5 added to every
 * count (Hess et al. 2023). Only visited cells cost time.
 */
final class Occupation {
  private static final double SMOOTHING = 1e-5;

  private final int[] counts;
  private final int[] visited;
  private int visits;
  private int points;

  Occupation(int cells) {
    counts = new int[cells];
    visited = new int[cells];
  }

  void clear() {
    for (int i = 0; i < visits; i++) {
      counts[visited[i]] = 0;
    }
    visits = 0;
    points = 0;
  }

  /** Counts so many points in one cell. */
  void add(int cell, int count) {
    for (int i = 0; i < count; i++) {
      add(cell);
    }
  }

  /** Counts a point; -1 is outside of the grid and counts nowhere. */
  void add(int cell) {
    if (cell >= 0) {
      if (counts[cell]++ == 0) {
        visited[visits++] = cell;
      }
      points++;
    }
  }

  /** The smoothed probabilities of all cells. */
  double[] probabilities() {
    double total = points + SMOOTHING * counts.length;
    return Arrays.stream(counts).mapToDouble(count -> (count + SMOOTHING) / total).toArray();
  }

  /** Sum p ln p. */
  static double information(double[] probabilities) {
    double sum = 0;
    for (double p : probabilities) {
      sum += p * Math.log(p);
    }
    return sum;
  }

  /**
   * The divergence of this occupation from given probabilities, in nats.
   *
   * @param information of these probabilities
   */
  double divergence(double[] probabilities, double information) {
    double sum = Math.log(SMOOTHING / (points + SMOOTHING * counts.length));
    for (int i = 0; i < visits; i++) {
      int cell = visited[i];
      sum += probabilities[cell] * Math.log((counts[cell] + SMOOTHING) / SMOOTHING);
    }
    return information - sum;
  }
}
