package io.ergodic.evaluation.statistics;

import io.ergodic.datasets.scale.Median;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Systems ranked by one metric over repeated measurements (blocks), after Demsar, "Statistical
 * comparisons of classifiers over multiple data sets", JMLR 7 (2006). With at least five datasets a
 * block is a dataset, with the median over its seeds; with fewer a block is a (dataset, seed) pair.
 * A failed trial has the worst rank, shared when several failed; floors are not ranked, and what an
 * error of the machine kept from being measured is missing. A metric whose values should be close
 * to the floor's is ranked by the distance from it.
 *
 * <p>All pairs are compared where there are at most {@value #MOST}: with more, the correction for
 * so many comparisons leaves nothing to be found, so each system is compared with one control,
 * which has to be chosen without a look at the results: the one that is named, or the first of the
 * suite.
 *
 * @param standings best first; of equal mean ranks the one with the better median
 * @param blocks complete ones, over which ranks are taken and tests are made
 * @param byDataset whether a block is a dataset, not a (dataset, seed) pair
 * @param repeating systems with one training for all seeds; two of them are compared by one
 *     measurement a dataset
 * @param incomplete blocks left out because some system has no trial in them, or no floor exists
 * @param friedman test of the hypothesis that all are equally good; NaN where several systems
 *     repeat themselves over seeds, for then blocks are not independent
 * @param criticalDifference of mean ranks, Nemenyi's test at the 5 % level; NaN without blocks, for
 *     more than {@value #MOST} systems, and where Friedman's test is
 * @param comparisons by Wilcoxon's test, Holm-corrected: of every pair, or of each with the control
 * @param control the system that all others are compared with; empty where all pairs are
 * @param groups maximal runs of at least two systems, the last of which is not told apart from the
 *     first, best first: the bars of a critical-difference diagram. By Nemenyi's test, or by
 *     Wilcoxon's where there is no critical difference; none with a control
 */
public record Leaderboard(
    String metric,
    Direction direction,
    List<Standing> standings,
    int blocks,
    boolean byDataset,
    List<String> repeating,
    int incomplete,
    Friedman friedman,
    double criticalDifference,
    List<Comparison> comparisons,
    Optional<String> control,
    List<List<String>> groups) {
  /** So many systems are compared with one another. */
  public static final int MOST = 15;

  private static final double LEVEL = 0.05;

  /** Without a named control. */
  public static Leaderboard of(String metric, Direction direction, List<TrialRecord> records) {
    return of(metric, direction, records, Optional.empty());
  }

  /**
   * Ranks the systems of the records whose trials were asked for the metric. Give it the trials of
   * one experiment, or of experiments that compare the same systems.
   *
   * @param named the control; taken where it is among the systems
   */
  public static Leaderboard of(
      String metric, Direction direction, List<TrialRecord> records, Optional<String> named) {
    List<TrialRecord> trials =
        records.stream()
            .filter(r -> !r.floor() && r.metrics().contains(metric) && !r.error(metric))
            .toList();
    Map<String, List<TrialRecord>> bySystem = new LinkedHashMap<>();
    trials.forEach(t -> bySystem.computeIfAbsent(t.system(), k -> new ArrayList<>()).add(t));
    List<String> systems = List.copyOf(bySystem.keySet());
    Costs costs = new Costs(metric, direction, records);
    Blocks blocks = Blocks.of(trials, systems, costs);
    double[][] ranks = Arrays.stream(blocks.costs()).map(Ranks::of).toArray(double[][]::new);
    int[] every = IntStream.range(0, ranks.length).toArray();
    List<Line> lines = new ArrayList<>();
    for (int j = 0; j < systems.size(); j++) {
      Standing standing = standing(meanRank(ranks, j), bySystem.get(systems.get(j)), costs);
      lines.add(new Line(j, standing, Median.of(blocks.column(j, every))));
    }
    // NaN ranks (no complete block) compare equal, so the first order stays.
    lines.sort(
        Comparator.comparingDouble((Line line) -> line.standing().meanRank())
            .thenComparingDouble(Line::median));
    boolean many = systems.size() > MOST;
    Optional<String> control =
        named
            .filter(systems::contains)
            .or(() -> many ? Optional.of(systems.get(0)) : Optional.empty());
    List<Comparison> comparisons = comparisons(lines, blocks, control);
    boolean tested = blocks.independent();
    double critical =
        many || !tested ? Double.NaN : Nemenyi.criticalDifference(systems.size(), ranks.length);
    return new Leaderboard(
        metric,
        direction,
        lines.stream().map(Line::standing).toList(),
        ranks.length,
        blocks.byDataset(),
        IntStream.range(0, systems.size())
            .filter(j -> blocks.repeating()[j])
            .mapToObj(systems::get)
            .toList(),
        blocks.incomplete(),
        tested ? Friedman.of(ranks) : Friedman.NONE,
        critical,
        comparisons,
        control,
        control.isPresent() ? List.of() : groups(lines, critical, comparisons));
  }

  /** A standing with its system's place in the costs, and its median cost over the blocks. */
  private record Line(int system, Standing standing, double median) {
    String name() {
      return standing.system();
    }
  }

  /** The mean rank of a system; NaN where it is unknown or not here. */
  public double meanRank(String system) {
    return standings.stream()
        .filter(standing -> standing.system().equals(system))
        .mapToDouble(Standing::meanRank)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The comparison of two systems; empty where they are not compared. */
  public Optional<Comparison> comparison(String one, String other) {
    return comparisons.stream().filter(pair -> pair.of(one, other)).findFirst();
  }

  /** Systems, best first, that the test does not tell from one of them. */
  public List<String> alike(String system) {
    List<String> alike = new ArrayList<>();
    for (Standing standing : standings) {
      String other = standing.system();
      boolean joined =
          control.isPresent()
              ? comparison(system, other).map(pair -> pair.corrected() > LEVEL).orElse(false)
              : groups.stream().anyMatch(run -> run.contains(system) && run.contains(other));
      if (joined && !other.equals(system)) {
        alike.add(other);
      }
    }
    return alike;
  }

  private static double meanRank(double[][] ranks, int system) {
    double sum = 0;
    for (double[] block : ranks) {
      sum += block[system];
    }
    return sum / ranks.length;
  }

  private static Standing standing(double meanRank, List<TrialRecord> trials, Costs costs) {
    long failed = trials.stream().filter(t -> !Double.isFinite(costs.value(t))).count();
    return new Standing(trials.get(0).system(), meanRank, trials.size(), (int) failed);
  }

  private static List<Comparison> comparisons(
      List<Line> lines, Blocks blocks, Optional<String> control) {
    List<Comparison> pairs = new ArrayList<>();
    if (blocks.costs().length == 0) {
      return pairs;
    }
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        Line better = lines.get(i);
        Line worse = lines.get(j);
        if (control.map(c -> c.equals(better.name()) || c.equals(worse.name())).orElse(true)) {
          int[] evidence = blocks.between(better.system(), worse.system());
          double p =
              Wilcoxon.pValue(
                  blocks.column(better.system(), evidence),
                  blocks.column(worse.system(), evidence));
          pairs.add(new Comparison(better.name(), worse.name(), p, p));
        }
      }
    }
    return Comparison.holm(pairs);
  }

  private static List<List<String>> groups(
      List<Line> lines, double critical, List<Comparison> comparisons) {
    Map<List<String>, Double> corrected = new HashMap<>();
    comparisons.forEach(c -> corrected.put(List.of(c.better(), c.worse()), c.corrected()));
    List<List<String>> groups = new ArrayList<>();
    int reached = 0;
    for (int i = 0; i < lines.size(); i++) {
      int to = lines.size();
      while (to - i > 1 && !alike(lines.get(i), lines.get(to - 1), critical, corrected)) {
        to--;
      }
      if (to - i > 1 && to > reached) {
        groups.add(lines.subList(i, to).stream().map(Line::name).toList());
        reached = to;
      }
    }
    return List.copyOf(groups);
  }

  private static boolean alike(
      Line better, Line worse, double critical, Map<List<String>, Double> corrected) {
    return Double.isNaN(critical)
        ? corrected.getOrDefault(List.of(better.name(), worse.name()), 1.0) > LEVEL
        : worse.standing().meanRank() < better.standing().meanRank() + critical;
  }
}
