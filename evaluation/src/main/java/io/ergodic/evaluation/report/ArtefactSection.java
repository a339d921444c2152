package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.List;
import java.util.Map;

/**
 * Shows one kind of figure, a card for each dataset that has it. The page holds that of the median
 * seed of the best systems; all others lie in files beside it.
 *
 * @param id anchor in the page
 * @param title heading
 * @param place see {@link Section#place()}
 * @param note said below the heading
 * @param kind name under which the script registered how to draw it
 * @param what the figure is, for those who cannot see it
 * @param artefact what trials keep for it
 * @param data of the figures of some trials
 * @param script see {@link Section#script()}
 */
public record ArtefactSection(
    String id,
    String title,
    int place,
    String note,
    String kind,
    String what,
    Class<? extends Artefact> artefact,
    Data data,
    String script)
    implements Section {

  /** Gathers the figures of some trials: {@code items}, one for each, and what they share. */
  @FunctionalInterface
  public interface Data {
    Map<String, Object> of(Report report, List<TrialRecord> trials);
  }

  @Override
  public boolean present(Report report) {
    return !report.with(artefact).isEmpty();
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf("p", note, "class", "note");
    html.open("div", "class", "cards cards-" + kind);
    for (DatasetGroup group : report.with(artefact)) {
      html.open("article", "class", "card");
      html.leaf("h3", report.heading(group));
      String description = what + " on " + group.dataset();
      new SeedFigure(report, group, artefact, data).write(html, kind, description);
      html.close();
    }
    html.close();
  }
}
