package io.ergodic.evaluation.publication;

import io.ergodic.evaluation.report.MetricCatalogue;
import io.ergodic.evaluation.report.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Markdown tables of published results: a table for each dataset of a suite, a line for each
 * system, a column for each metric.
 */
public final class ResultTables {
  private final MetricCatalogue catalogue;

  public ResultTables(MetricCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** All that is current of a suite's results. */
  public String of(List<PublishedResult> all) {
    Map<List<String>, List<PublishedResult>> tables = new LinkedHashMap<>();
    for (PublishedResult result : PublishedFile.current(all)) {
      tables
          .computeIfAbsent(List.of(result.experiment(), result.dataset()), key -> new ArrayList<>())
          .add(result);
    }
    return tables.values().stream().map(this::table).collect(Collectors.joining("\n"));
  }

  private String table(List<PublishedResult> results) {
    PublishedResult first = results.get(0);
    Set<String> metrics = new LinkedHashSet<>();
    Map<String, Map<String, PublishedResult>> systems = new LinkedHashMap<>();
    for (PublishedResult result : results) {
      metrics.add(result.metric());
      systems
          .computeIfAbsent(result.system(), key -> new LinkedHashMap<>())
          .put(result.metric(), result);
    }
    StringBuilder text = new StringBuilder();
    text.append("**").append(first.suite()).append("**: ").append(first.dataset());
    text.append(" (").append(first.protocol()).append(")\n\n| system");
    for (String metric : metrics) {
      text.append(" | ").append(catalogue.title(metric));
      String arrow = catalogue.knows(metric) ? catalogue.arrow(metric) : "";
      text.append(arrow.isEmpty() ? "" : " " + arrow);
    }
    text.append(" | seeds | training |\n|---").append("|---".repeat(metrics.size() + 2));
    text.append("|\n");
    systems.forEach((system, scores) -> line(text, system, scores, metrics));
    floor(text, results, metrics);
    return text.toString();
  }

  private static void line(
      StringBuilder text, String system, Map<String, PublishedResult> scores, Set<String> metrics) {
    PublishedResult any = scores.values().iterator().next();
    text.append("| ").append(system);
    for (String metric : metrics) {
      PublishedResult score = scores.get(metric);
      text.append(" | ").append(score == null ? "" : cell(score));
    }
    text.append(" | ").append(any.seeds());
    int failures = scores.values().stream().mapToInt(PublishedResult::failures).max().orElse(0);
    text.append(failures == 0 ? "" : ", " + failures + " failed");
    text.append(" | ").append(Numbers.duration(any.seconds())).append(" |\n");
  }

  private static String cell(PublishedResult score) {
    StringBuilder cell = new StringBuilder(Numbers.value(score.median()));
    if (score.spread() > 0) {
      cell.append(" ± ").append(Numbers.rough(score.spread()));
    }
    score
        .published()
        .ifPresent(value -> cell.append(" (published ").append(Numbers.value(value)).append(')'));
    return cell.toString();
  }

  private static void floor(
      StringBuilder text, List<PublishedResult> results, Set<String> metrics) {
    Map<String, OptionalDouble> floors = new LinkedHashMap<>();
    results.forEach(result -> floors.put(result.metric(), result.floor()));
    if (floors.values().stream().allMatch(OptionalDouble::isEmpty)) {
      return;
    }
    text.append("| *floor*");
    for (String metric : metrics) {
      OptionalDouble floor = floors.get(metric);
      text.append(" | ").append(floor.isPresent() ? Numbers.value(floor.getAsDouble()) : "");
    }
    text.append(" | | |\n");
  }
}
