package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/** What values of a table are to be read with, such as a cap: of the median seed of each system. */
final class RemarkList {
  private RemarkList() {}

  static void write(Html html, Report report, DatasetGroup group) {
    List<TrialRecord> trials = new ArrayList<>();
    for (String system : report.ordered(group)) {
      TrialRecord median = report.bySeedFromMedian(group, system).get(0);
      if (!median.failed() && median.scores().stream().anyMatch(RemarkList::remarked)) {
        trials.add(median);
      }
    }
    if (trials.isEmpty()) {
      return;
    }
    html.open("details", "class", "remarks");
    html.leaf("summary", "What values are to be read with").open("ul");
    for (TrialRecord trial : trials) {
      for (Score score : trial.scores().stream().filter(RemarkList::remarked).toList()) {
        html.open("li");
        SystemName.write(html, report, trial.system());
        html.leaf("span", " seed " + trial.seed() + " ", "class", "quiet");
        html.text(report.catalogue().title(score.metric()) + ": " + score.reason()).close();
      }
    }
    html.close("details");
  }

  private static boolean remarked(Score score) {
    return score.status().equals(Score.OK) && score.reason() != null;
  }
}
