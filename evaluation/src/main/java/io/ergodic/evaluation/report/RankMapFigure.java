package io.ergodic.evaluation.report;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Ranks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ranks of many systems on many datasets as a heat map, one metric at a time. */
final class RankMapFigure {
  private static final int MANY_DATASETS = 5;

  private RankMapFigure() {}

  static void write(Html html, Report report, ExperimentGroup experiment) {
    int datasets = experiment.datasets().size();
    boolean many =
        datasets >= MANY_DATASETS
            || datasets > 1
                && report.leaderboard(experiment, experiment.metrics().get(0)).standings().size()
                    > Leaderboard.MOST;
    if (many) {
      List<Object> items = new ArrayList<>();
      experiment.metrics().forEach(metric -> items.add(item(report, experiment, metric)));
      String title = "Ranks of all systems on all datasets of " + experiment.name();
      report.figures().add(html, "rankmap", title, Map.of("items", items));
    }
  }

  private static Map<String, Object> item(
      Report report, ExperimentGroup experiment, String metric) {
    List<String> systems = Report.names(report.leaderboard(experiment, metric));
    Direction direction = report.catalogue().direction(metric);
    double[][] ranks = new double[systems.size()][experiment.datasets().size()];
    List<String> names = new ArrayList<>();
    for (int d = 0; d < experiment.datasets().size(); d++) {
      DatasetGroup group = experiment.datasets().get(d);
      names.add(group.dataset());
      double[] costs =
          systems.stream().mapToDouble(s -> group.cost(s, metric, direction)).toArray();
      double[] own = Ranks.of(costs);
      for (int s = 0; s < own.length; s++) {
        ranks[s][d] = own[s];
      }
    }
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("label", report.catalogue().title(metric));
    item.put("systems", systems);
    item.put("datasets", names);
    item.put("ranks", ranks);
    return item;
  }
}
