package io.ergodic.evaluation.statistics;

import io.ergodic.datasets.scale.Median;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The repeated measurements that ranks and tests are taken over. With at least five datasets a
 * block is a dataset, with the median cost over its seeds: seeds of one dataset are no independent
 * evidence. With fewer, datasets alone could never show a difference, so a block is a (dataset,
 * seed) pair, and what is shown holds for these datasets only.
 *
 * <p>A system without randomness is trained once and serves all seeds of a dataset: its trials have
 * one hash. Two of them give one measurement a dataset, however many seeds are listed. Where all
 * systems are such, a block is a dataset in any case.
 *
 * @param places the dataset of each complete block
 * @param costs complete blocks x systems
 * @param repeating which systems have one training for all seeds
 * @param byDataset whether blocks are datasets
 * @param incomplete blocks left out because some system has no trial, or no cost, in them
 */
record Blocks(
    List<String> places, double[][] costs, boolean[] repeating, boolean byDataset, int incomplete) {
  private static final int ENOUGH_DATASETS = 5;

  static Blocks of(List<TrialRecord> trials, List<String> systems, Costs costs) {
    boolean[] repeating = repeating(trials, systems);
    boolean byDataset =
        countDatasets(trials) >= ENOUGH_DATASETS || count(repeating) == systems.size();
    Map<String, Map<String, List<Double>>> cells = new TreeMap<>();
    Map<String, String> placeOf = new TreeMap<>();
    for (TrialRecord trial : trials) {
      String place = Costs.place(trial);
      String block = byDataset ? place : place + "\u0000" + trial.seed();
      placeOf.put(block, place);
      cells
          .computeIfAbsent(block, k -> new TreeMap<>())
          .computeIfAbsent(trial.system(), k -> new ArrayList<>())
          .add(costs.of(trial));
    }
    List<String> places = new ArrayList<>();
    List<double[]> complete = new ArrayList<>();
    cells.forEach(
        (name, block) -> {
          double[] row = new double[systems.size()];
          boolean whole = true;
          for (int j = 0; j < row.length; j++) {
            List<Double> values = block.getOrDefault(systems.get(j), List.of());
            row[j] = Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
            whole &= !Double.isNaN(row[j]);
          }
          if (whole) {
            places.add(placeOf.get(name));
            complete.add(row);
          }
        });
    return new Blocks(
        places,
        complete.toArray(double[][]::new),
        repeating,
        byDataset,
        cells.size() - complete.size());
  }

  /** Whether at most one system repeats itself, so that all blocks are evidence for all systems. */
  boolean independent() {
    return byDataset || count(repeating) < 2;
  }

  /** The blocks that count as evidence between two systems. */
  int[] between(int left, int right) {
    if (byDataset || !(repeating[left] && repeating[right])) {
      return IntStream.range(0, costs.length).toArray();
    }
    Set<String> seen = new HashSet<>();
    return IntStream.range(0, costs.length).filter(b -> seen.add(places.get(b))).toArray();
  }

  /** The costs of one system in some of the blocks. */
  double[] column(int system, int[] blocks) {
    return Arrays.stream(blocks).mapToDouble(block -> costs[block][system]).toArray();
  }

  /** One training for several trials of a dataset, wherever there are several. */
  private static boolean[] repeating(List<TrialRecord> trials, List<String> systems) {
    Map<String, Map<String, List<String>>> hashes = new HashMap<>();
    for (TrialRecord trial : trials) {
      hashes
          .computeIfAbsent(trial.system(), k -> new HashMap<>())
          .computeIfAbsent(Costs.place(trial), k -> new ArrayList<>())
          .add(trial.trial());
    }
    boolean[] repeating = new boolean[systems.size()];
    for (int j = 0; j < repeating.length; j++) {
      Collection<List<String>> places = hashes.get(systems.get(j)).values();
      repeating[j] =
          places.stream().anyMatch(place -> place.size() > 1)
              && places.stream().allMatch(place -> new HashSet<>(place).size() == 1);
    }
    return repeating;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private static int countDatasets(List<TrialRecord> trials) {
    TreeSet<String> datasets = new TreeSet<>();
    trials.forEach(trial -> datasets.add(trial.dataset()));
    return datasets.size();
  }
}
