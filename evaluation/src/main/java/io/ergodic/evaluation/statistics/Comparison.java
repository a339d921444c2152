package io.ergodic.evaluation.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two systems compared over the blocks of a leaderboard.
 *
 * @param pValue of Wilcoxon's signed-rank test, two-sided
 * @param corrected the same after Holm's (1979) step-down correction over all pairs
 */
public record Comparison(String better, String worse, double pValue, double corrected) {
  /** Whether it is of these two, in either order. */
  boolean of(String one, String other) {
    return better.equals(one) && worse.equals(other) || better.equals(other) && worse.equals(one);
  }

  /** Corrects the p-values of a family of comparisons; the order is kept. */
  static List<Comparison> holm(List<Comparison> family) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < family.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> family.get(i).pValue()));
    List<Comparison> corrected = new ArrayList<>(family);
    double largest = 0;
    for (int i = 0; i < order.size(); i++) {
      Comparison pair = family.get(order.get(i));
      largest = Math.max(largest, Math.min(1, (family.size() - i) * pair.pValue()));
      corrected.set(
          order.get(i), new Comparison(pair.better(), pair.worse(), pair.pValue(), largest));
    }
    return List.copyOf(corrected);
  }
}
