package io.ergodic.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** Where the numbers come from: versions, machine, metrics' definitions, the whole spec. */
final class ProvenanceSection implements Section {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public int place() {
    return 900;
  }

  @Override
  public Scope scope() {
    return Scope.SUITE;
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
      String value = String.valueOf(fact.getValue());
      // A hash is shown as long as people quote it; the whole of it comes on hover.
      if (value.matches("[0-9a-f]{32,}")) {
        html.leaf("dd", value.substring(0, 12) + "…", "title", value, "class", "hash").close();
      } else {
        html.leaf("dd", value).close();
      }
    }
    html.close();
    metrics(html, report);
    if (report.input().spec() != null && !report.input().spec().isBlank()) {
      html.open("details", "class", "spec").leaf("summary", "The suite, fully resolved");
      html.open("pre", "tabindex", "0")
          .leaf("code", laidOut(report.input().spec()))
          .close()
          .close();
    }
    html.close();
  }

  /** JSON with a line for each key; anything else as it is. */
  private static String laidOut(String spec) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(spec));
    } catch (JsonProcessingException noJson) {
      return spec;
    }
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
