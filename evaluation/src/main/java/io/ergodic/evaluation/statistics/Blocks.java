package io.ergodic.evaluation.statistics;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The repeated measurements that ranks are taken over. With at least five datasets a block is a
 * dataset, with the median cost over its seeds: seeds of one dataset are no independent evidence.
 * With fewer, datasets alone could never show a difference, so a block is a (dataset, seed) pair,
 * and what is shown holds for these datasets only.
 *
 * <p>A system without randomness gives one value for all seeds of a dataset. That is one
 * measurement, however often it is repeated, so tests count only {@linkplain #distinct(int...)
 * distinct} rows. A failure is an event of its own in every block.
 *
 * @param places the dataset of each complete block
 * @param costs complete blocks x systems
 * @param incomplete blocks left out because some system has no trial, or no cost, in them
 */
record Blocks(List<String> places, double[][] costs, int incomplete) {
  private static final int ENOUGH_DATASETS = 5;

  static Blocks of(List<TrialRecord> trials, List<String> systems, Costs costs) {
    boolean byDataset = countDatasets(trials) >= ENOUGH_DATASETS;
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
    return new Blocks(places, complete.toArray(double[][]::new), cells.size() - complete.size());
  }

  /** Blocks that differ from all before them in their dataset or in the cost of these systems. */
  int[] distinct(int... systems) {
    Set<List<Object>> seen = new HashSet<>();
    return IntStream.range(0, costs.length).filter(b -> seen.add(key(b, systems))).toArray();
  }

  private List<Object> key(int block, int[] systems) {
    List<Object> key = new ArrayList<>(List.of(places.get(block)));
    for (int system : systems) {
      double cost = costs[block][system];
      key.add(Double.isFinite(cost) ? cost : "failed in block " + block);
    }
    return key;
  }

  /** Whether a system has one value for all blocks of a dataset, in every dataset of several. */
  boolean repeats(int system) {
    int datasets = new HashSet<>(places).size();
    return costs.length > datasets && distinct(system).length == datasets;
  }

  /** The costs of one system in some of the blocks. */
  double[] column(int system, int[] blocks) {
    return Arrays.stream(blocks).mapToDouble(block -> costs[block][system]).toArray();
  }

  private static int countDatasets(List<TrialRecord> trials) {
    TreeSet<String> datasets = new TreeSet<>();
    trials.forEach(trial -> datasets.add(trial.dataset()));
    return datasets.size();
  }
}
