package io.ergodic.evaluation.report;

/** A system's name with a dot of its colour. */
public final class SystemName {
  private SystemName() {}

  public static void write(Html html, Report report, String system) {
    html.open("span", "class", "system");
    html.open(
            "span",
            "class",
            "dot",
            "style",
            "background:" + report.palette().colour(system),
            "aria-hidden",
            "true")
        .close();
    html.text(system).close();
  }
}
