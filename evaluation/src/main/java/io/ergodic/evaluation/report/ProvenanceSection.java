package io.ergodic.evaluation.report;

import java.util.List;
import java.util.Map;

/** Where the numbers come from: versions, machine, metrics' definitions, the whole spec. */
final class ProvenanceSection implements Section {
  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public String title() {
    return "Provenance";
  }

  @Override
  public boolean present(Report report) {
    return true;
  }

  @Override
  public void write(Html html, Report report) {
    html.open("article", "class", "card").open("dl", "class", "facts");
    for (Map.Entry<String, String> fact : report.input().provenance().entrySet()) {
      html.open("div").leaf("dt", fact.getKey());
      html.leaf("dd", String.valueOf(fact.getValue())).close();
    }
    html.close();
    metrics(html, report);
    if (report.input().spec() != null && !report.input().spec().isBlank()) {
      html.open("details", "class", "spec").leaf("summary", "The suite, fully resolved");
      html.open("pre", "tabindex", "0").leaf("code", report.input().spec()).close().close();
    }
    html.close();
  }

  private static void metrics(Html html, Report report) {
    List<String> metrics =
        report.experiments().stream().flatMap(e -> e.metrics().stream()).distinct().toList();
    html.open("details", "class", "definitions").leaf("summary", "The metrics, defined");
    html.open("dl");
    for (String metric : metrics) {
      html.leaf("dt", report.catalogue().title(metric) + " " + report.catalogue().arrow(metric));
      String description = report.catalogue().description(metric);
      html.leaf("dd", description.isEmpty() ? report.catalogue().goal(metric) : description);
    }
    html.close("details");
  }
}
