package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Training curves: every seed of every system. */
final class CurveSection implements Section {
  private static final int MOST = 60;

  @Override
  public String id() {
    return "training";
  }

  @Override
  public int place() {
    return 600;
  }

  @Override
  public String title() {
    return "Training";
  }

  @Override
  public boolean present(Report report) {
    return report.datasets().stream().anyMatch(CurveSection::hasCurve);
  }

  private static boolean hasCurve(DatasetGroup group) {
    return group.trials().stream().anyMatch(CurveSection::hasCurve);
  }

  private static boolean hasCurve(TrialRecord trial) {
    return !trial.floor() && trial.curve() != null && trial.curve().length > 1;
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "Loss by epoch, one line a seed (of more than "
            + MOST
            + " trainings the median seed of each system): training solid, validation dotted. Each system has its"
            + " own loss, so shapes can be compared across systems, levels cannot.",
        "class",
        "note");
    FigureCards.write(
        html,
        report,
        "curve",
        "Training curves",
        report.datasets().stream().filter(CurveSection::hasCurve).toList(),
        group -> data(report, group));
  }

  /** All trials, or where they are many the median seeds of the best systems. */
  private static List<TrialRecord> shown(Report report, DatasetGroup group) {
    List<TrialRecord> all = report.trials(group).stream().filter(CurveSection::hasCurve).toList();
    return all.size() <= MOST
        ? all
        : report.ordered(group).stream()
            .flatMap(system -> report.bySeedFromMedian(group, system).stream().limit(1))
            .filter(CurveSection::hasCurve)
            .limit(MOST)
            .toList();
  }

  private static Map<String, Object> data(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : shown(report, group)) {
      if (hasCurve(trial)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("epoch", column(trial.curve(), 0));
        item.put("training", column(trial.curve(), 1));
        item.put("validation", column(trial.curve(), 2));
        items.add(item);
      }
    }
    return Map.of("items", items);
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = column < rows[i].length ? rows[i][column] : Double.NaN;
    }
    return values;
  }
}
