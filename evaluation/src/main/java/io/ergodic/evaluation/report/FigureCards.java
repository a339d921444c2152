package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One interactive figure for each dataset, in cards. */
public final class FigureCards {
  private FigureCards() {}

  /** The data of one dataset's figure. */
  @FunctionalInterface
  interface Data {
    Map<String, Object> of(DatasetGroup group);
  }

  static void write(
      Html html, Report report, String kind, String what, List<DatasetGroup> groups, Data data) {
    html.open("div", "class", "cards cards-" + kind);
    for (DatasetGroup group : groups) {
      html.open("article", "class", "card");
      html.leaf("h3", report.heading(group));
      report.figures().add(html, kind, what + " on " + group.dataset(), data.of(group));
      html.close();
    }
    html.close();
  }

  /** What every item of a figure says of its trial. */
  public static Map<String, Object> item(Report report, TrialRecord trial) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("system", trial.system());
    item.put("seed", Numbers.inPage(trial.seed()));
    item.put("colour", report.palette().colour(trial.system()));
    return item;
  }
}
