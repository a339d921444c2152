package io.ergodic.evaluation.statistics;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The repeated measurements that ranks are taken over. With at least five datasets a block is a
 * dataset, with the median cost over its seeds: seeds of one dataset are no independent evidence.
 * With fewer, datasets alone could never show a difference, so a block is a (dataset, seed) pair,
 * and what is shown holds for these datasets only.
 *
 * @param costs complete blocks x systems
 * @param incomplete blocks left out because some system has no trial, or no cost, in them
 */
record Blocks(double[][] costs, int incomplete) {
  private static final int ENOUGH_DATASETS = 5;

  static Blocks of(List<TrialRecord> trials, List<String> systems, Costs costs) {
    boolean byDataset = countDatasets(trials) >= ENOUGH_DATASETS;
    Map<String, Map<String, List<Double>>> cells = new TreeMap<>();
    for (TrialRecord trial : trials) {
      String place = Costs.place(trial);
      String block = byDataset ? place : place + "\u0000" + trial.seed();
      cells
          .computeIfAbsent(block, k -> new TreeMap<>())
          .computeIfAbsent(trial.system(), k -> new ArrayList<>())
          .add(costs.of(trial));
    }
    List<double[]> complete = new ArrayList<>();
    for (Map<String, List<Double>> block : cells.values()) {
      double[] row = new double[systems.size()];
      boolean whole = true;
      for (int j = 0; j < row.length; j++) {
        List<Double> values = block.getOrDefault(systems.get(j), List.of());
        row[j] = Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        whole &= !Double.isNaN(row[j]);
      }
      if (whole) {
        complete.add(row);
      }
    }
    return new Blocks(complete.toArray(double[][]::new), cells.size() - complete.size());
  }

  /** The costs of one system over the blocks. */
  double[] column(int system) {
    double[] column = new double[costs.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = costs[i][system];
    }
    return column;
  }

  private static int countDatasets(List<TrialRecord> trials) {
    TreeSet<String> datasets = new TreeSet<>();
    trials.forEach(trial -> datasets.add(trial.dataset()));
    return datasets.size();
  }
}
