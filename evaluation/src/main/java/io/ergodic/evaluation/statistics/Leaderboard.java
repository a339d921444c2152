package io.ergodic.evaluation.statistics;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Systems ranked by one metric over repeated measurements (blocks), after Demsar, "Statistical
 * comparisons of classifiers over multiple data sets", JMLR 7 (2006). With at least five datasets a
 * block is a dataset, with the median over its seeds; with fewer a block is a (dataset, seed) pair.
 * A failed trial has the worst rank, shared when several failed; floors are not ranked. A metric
 * whose values should be close to the floor's is ranked by the distance from it.
 *
 * @param standings best first; equal mean ranks in the order the systems first appear
 * @param blocks complete ones, over which ranks are taken
 * @param distinct of them, in the systems' values: what tests count
 * @param repeating systems with one value for all seeds, in every dataset; two of them are compared
 *     by one measurement a dataset
 * @param incomplete blocks left out because some system has no trial in them, or no floor exists
 * @param friedman test of the hypothesis that all are equally good, over distinct blocks
 * @param criticalDifference of mean ranks, Nemenyi's test at the 5 % level over distinct blocks;
 *     larger for two systems with fewer distinct pairs of values; NaN without blocks
 * @param comparisons every pair by Wilcoxon's test, Holm-corrected
 * @param groups maximal runs of at least two systems, the last of which is not told apart from the
 *     first, best first: the bars of a critical-difference diagram
 */
public record Leaderboard(
    String metric,
    Direction direction,
    List<Standing> standings,
    int blocks,
    int distinct,
    List<String> repeating,
    int incomplete,
    Friedman friedman,
    double criticalDifference,
    List<Comparison> comparisons,
    List<List<String>> groups) {

  /**
   * Ranks the systems of the records whose trials were asked for the metric. Give it the trials of
   * one experiment, or of experiments that compare the same systems.
   */
  public static Leaderboard of(String metric, Direction direction, List<TrialRecord> records) {
    List<TrialRecord> trials =
        records.stream().filter(r -> !r.floor() && r.metrics().contains(metric)).toList();
    Set<String> names = new LinkedHashSet<>();
    trials.forEach(trial -> names.add(trial.system()));
    List<String> systems = List.copyOf(names);
    Costs costs = new Costs(metric, direction, records);
    Blocks blocks = Blocks.of(trials, systems, costs);
    double[][] ranks = Arrays.stream(blocks.costs()).map(Ranks::of).toArray(double[][]::new);
    List<Standing> standings = new ArrayList<>();
    for (int j = 0; j < systems.size(); j++) {
      standings.add(standing(systems.get(j), meanRank(ranks, j), trials, costs));
    }
    // NaN ranks (no complete block) compare equal, so the first order stays.
    standings.sort(Comparator.comparingDouble(Standing::meanRank));
    int[] all = IntStream.range(0, systems.size()).toArray();
    int[] distinct = blocks.distinct(all);
    List<String> repeating =
        Arrays.stream(all).filter(blocks::repeats).mapToObj(systems::get).toList();
    return new Leaderboard(
        metric,
        direction,
        List.copyOf(standings),
        ranks.length,
        distinct.length,
        repeating,
        blocks.incomplete(),
        Friedman.of(Arrays.stream(distinct).mapToObj(b -> ranks[b]).toArray(double[][]::new)),
        Nemenyi.criticalDifference(systems.size(), distinct.length),
        comparisons(standings, systems, blocks),
        groups(standings, systems, blocks));
  }

  private static double meanRank(double[][] ranks, int system) {
    double sum = 0;
    for (double[] block : ranks) {
      sum += block[system];
    }
    return sum / ranks.length;
  }

  private static Standing standing(
      String system, double meanRank, List<TrialRecord> trials, Costs costs) {
    int count = 0;
    int failed = 0;
    for (TrialRecord trial : trials) {
      if (trial.system().equals(system)) {
        count++;
        failed += Double.isFinite(costs.value(trial)) ? 0 : 1;
      }
    }
    return new Standing(system, meanRank, count, failed);
  }

  private static List<Comparison> comparisons(
      List<Standing> standings, List<String> systems, Blocks blocks) {
    List<Comparison> pairs = new ArrayList<>();
    if (blocks.costs().length == 0) {
      return pairs;
    }
    for (int i = 0; i < standings.size(); i++) {
      int better = systems.indexOf(standings.get(i).system());
      for (int j = i + 1; j < standings.size(); j++) {
        int worse = systems.indexOf(standings.get(j).system());
        int[] distinct = blocks.distinct(better, worse);
        double p = Wilcoxon.pValue(blocks.column(better, distinct), blocks.column(worse, distinct));
        pairs.add(new Comparison(standings.get(i).system(), standings.get(j).system(), p, p));
      }
    }
    return Comparison.holm(pairs);
  }

  /** A run joins too much rather than too little: pairs differ in how much is known of them. */
  private static List<List<String>> groups(
      List<Standing> standings, List<String> systems, Blocks blocks) {
    List<List<String>> groups = new ArrayList<>();
    int reached = 0;
    for (int i = 0; i < standings.size(); i++) {
      int to = standings.size();
      while (to - i > 1 && !alike(standings.get(i), standings.get(to - 1), systems, blocks)) {
        to--;
      }
      if (to - i > 1 && to > reached) {
        groups.add(standings.subList(i, to).stream().map(Standing::system).toList());
        reached = to;
      }
    }
    return List.copyOf(groups);
  }

  private static boolean alike(
      Standing better, Standing worse, List<String> systems, Blocks blocks) {
    int[] distinct =
        blocks.distinct(systems.indexOf(better.system()), systems.indexOf(worse.system()));
    double critical = Nemenyi.criticalDifference(systems.size(), distinct.length);
    return worse.meanRank() < better.meanRank() + critical;
  }
}
