package io.ergodic.evaluation.report;

/** The heading of a metric's column: title, good direction, definition on hover. */
final class MetricHeading {
  private MetricHeading() {}

  static void write(Html html, MetricCatalogue catalogue, String metric) {
    String goal = catalogue.goal(metric);
    String description = catalogue.description(metric);
    String tip = description.isEmpty() ? goal : description + " (" + goal + ")";
    html.open("th", "scope", "col", "title", tip).text(catalogue.title(metric) + " ");
    html.leaf("span", catalogue.arrow(metric), "class", "arrow", "aria-label", goal).close();
  }
}
