package io.ergodic.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Wall time of training by system. */
final class TimeSection implements Section {
  @Override
  public String id() {
    return "time";
  }

  @Override
  public int place() {
    return 800;
  }

  @Override
  public String title() {
    return "Wall time";
  }

  @Override
  public boolean present(Report report) {
    return report.datasets().stream().anyMatch(TimeSection::timed);
  }

  private static boolean timed(DatasetGroup group) {
    return group.systems().stream()
        .anyMatch(s -> Double.isFinite(group.seconds(s, "train").median()));
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "Median wall time of training one model; loading and evaluation on hover.",
        "class",
        "note");
    FigureCards.write(
        html,
        report,
        "time",
        "Wall time of training",
        report.datasets().stream().filter(TimeSection::timed).toList(),
        group -> data(report, group));
  }

  private static Map<String, Object> data(Report report, DatasetGroup group) {
    List<Object> items = new ArrayList<>();
    for (String system : report.ordered(group)) {
      Map<String, Object> item = FigureCards.item(report, group.of(system).get(0));
      List<String> phases = new ArrayList<>();
      for (String phase : List.of("load", "train", "evaluate")) {
        phases.add(phase + " " + Numbers.duration(group.seconds(system, phase).median()));
      }
      item.put("seconds", new double[] {group.seconds(system, "train").median()});
      item.put("text", Numbers.duration(group.seconds(system, "train").median()));
      item.put("hover", String.join(", ", phases));
      items.add(item);
    }
    return Map.of("items", items);
  }
}
