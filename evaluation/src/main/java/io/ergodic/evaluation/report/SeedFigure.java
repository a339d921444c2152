package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure of one dataset with many trials. The page holds the median seed of the best systems; the
 * seeds of each system lie in a script beside the page, which the page reads when somebody asks.
 */
final class SeedFigure {
  /** Systems within the page. */
  static final int SHOWN = 12;

  private final Report report;
  private final DatasetGroup group;
  private final ArtefactSection.Data data;
  private final Map<String, List<TrialRecord>> trials = new LinkedHashMap<>();

  SeedFigure(
      Report report,
      DatasetGroup group,
      Class<? extends Artefact> artefact,
      ArtefactSection.Data data) {
    this.report = report;
    this.group = group;
    this.data = data;
    String kind = ArtefactJson.kind(artefact);
    for (String system : report.ordered(group)) {
      List<TrialRecord> drawn =
          report.bySeedFromMedian(group, system).stream()
              .filter(trial -> trial.figures().contains(kind))
              .toList();
      if (!drawn.isEmpty()) {
        trials.put(system, drawn);
      }
    }
  }

  void write(Html html, String kind, String description) {
    List<TrialRecord> shown = trials.values().stream().limit(SHOWN).map(all -> all.get(0)).toList();
    Map<String, Object> figure = new LinkedHashMap<>(data.of(report, shown));
    Figures figures = report.figures();
    String id = figures.next();
    List<Object> more = new ArrayList<>();
    for (Map.Entry<String, List<TrialRecord>> entry : trials.entrySet()) {
      List<TrialRecord> own = distinct(entry.getValue());
      if (own.size() > 1 || more.size() >= SHOWN) {
        String file = figures.beside(id, group.systems().indexOf(entry.getKey()));
        figures.write(file, id, data.of(report, own));
        more.add(sibling(entry.getKey(), own, file));
      } else {
        more.add(sibling(entry.getKey(), own, ""));
      }
    }
    figure.put("more", more);
    figures.add(html, kind, description, figure);
  }

  /** A system without randomness has one training for all seeds. */
  private static List<TrialRecord> distinct(List<TrialRecord> own) {
    Map<String, TrialRecord> once = new LinkedHashMap<>();
    own.forEach(trial -> once.putIfAbsent(trial.trial(), trial));
    return List.copyOf(once.values());
  }

  private Map<String, Object> sibling(String system, List<TrialRecord> own, String file) {
    Map<String, Object> sibling = new LinkedHashMap<>();
    sibling.put("system", system);
    sibling.put("colour", report.palette().colour(system));
    sibling.put(
        "seeds", own.stream().map(TrialRecord::seed).sorted().map(Numbers::inPage).toList());
    sibling.put("file", file);
    return sibling;
  }
}
