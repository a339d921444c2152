package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import java.util.Map;

/**
 * Shows one kind of figure, a card for each dataset that has it.
 *
 * @param id anchor in the page
 * @param title heading
 * @param place see {@link Section#place()}
 * @param note said below the heading
 * @param kind name under which the script registered how to draw it
 * @param what the figure is, for those who cannot see it
 * @param artefact what trials keep for it
 * @param data of one dataset's figure
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

  /** Gathers the data of one dataset's figure. */
  @FunctionalInterface
  public interface Data {
    Map<String, Object> of(Report report, DatasetGroup group);
  }

  @Override
  public boolean present(Report report) {
    return !report.with(artefact).isEmpty();
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf("p", note, "class", "note");
    FigureCards.write(
        html, report, kind, what, report.with(artefact), group -> data.of(report, group));
  }
}
