package io.ergodic.evaluation.notebook;

import io.ergodic.datasets.storage.WholeFile;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.report.DatasetGroup;
import io.ergodic.evaluation.report.Numbers;
import io.ergodic.evaluation.report.Report;
import io.ergodic.evaluation.report.ReportInput;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Writes a finished suite as a Jupyter notebook (nbformat 4.5): tables and figures within it, and
 * the lines of pandas that rebuild table and leaderboard from the result Parquet. The same input
 * gives the same bytes.
 */
public final class NotebookExport {
  private NotebookExport() {}

  /**
   * Writes the notebook, whole or not at all.
   *
   * @param results path of {@code results.parquet} as seen from the notebook's folder
   */
  public static void write(ReportInput input, String results, Path path) throws IOException {
    byte[] notebook = bytes(input, results);
    WholeFile.write(path, out -> out.write(notebook));
  }

  /** The notebook, in UTF-8. */
  public static byte[] bytes(ReportInput input, String results) throws IOException {
    return json(input, results).getBytes(StandardCharsets.UTF_8);
  }

  private static String json(ReportInput input, String results) throws IOException {
    Report report = new Report(input);
    Notebook notebook = new Notebook();
    String lead = input.description() == null ? "" : input.description();
    notebook.markdown(
        "# "
            + escape(input.title())
            + "\n\n"
            + escape(lead)
            + "\n\nSuite `"
            + input.suite()
            + "`, exported by Ergodic. Tables and figures show without running; the cells read"
            + " the results and rebuild them.");
    notebook.code(fill(template("load.py"), Map.of("RESULTS", literal(results))));
    notebook.code(fill(template("table.py"), Map.of("DIRECTIONS", directions(report))));
    notebook.code(template("leaderboard.py"));
    for (DatasetGroup group : report.datasets()) {
      notebook.markdown("## " + escape(group.dataset()) + "\n\n" + table(report, group));
      DatasetCharts.add(report, group, notebook);
    }
    notebook.markdown(provenance(input));
    return notebook.json();
  }

  /** Median ± MAD by system and metric, with failures, published values and the floor. */
  private static String table(Report report, DatasetGroup group) {
    StringBuilder text = new StringBuilder("| system |");
    StringBuilder rule = new StringBuilder("|---|");
    for (String metric : group.metrics()) {
      text.append(' ').append(escape(report.catalogue().title(metric))).append(' ');
      text.append(report.catalogue().arrow(metric)).append(" |");
      rule.append("---:|");
    }
    text.append(" failed |\n").append(rule).append("---:|\n");
    for (String system : report.ordered(group)) {
      text.append("| ").append(escape(system)).append(" |");
      for (String metric : group.metrics()) {
        Direction direction = report.catalogue().direction(metric);
        Summary summary = group.summary(system, metric, direction);
        text.append(' ').append(Numbers.value(summary.median()));
        text.append(" ± ").append(Numbers.rough(summary.mad()));
        OptionalDouble published = group.published(system, metric);
        published.ifPresent(v -> text.append(" (published ").append(Numbers.value(v)).append(')'));
        text.append(" |");
      }
      long failed = group.of(system).stream().filter(TrialRecord::failed).count();
      text.append(' ').append(failed).append(" of ").append(group.of(system).size());
      int errors = group.errors(system);
      text.append(errors == 0 ? "" : ", " + Numbers.plural(errors, "error"));
      text.append(" |\n");
    }
    if (!group.floors().isEmpty()) {
      text.append("| *floor* |");
      for (String metric : group.metrics()) {
        text.append(' ').append(Numbers.value(group.floor(metric).orElse(Double.NaN)));
        text.append(group.given(metric) ? " (given)" : "").append(" |");
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static String provenance(ReportInput input) {
    StringBuilder text = new StringBuilder("## Provenance\n\n");
    input
        .provenance()
        .forEach((k, v) -> text.append("* ").append(escape(k + ": " + v)).append('\n'));
    text.append("\n<details><summary>The suite, fully resolved</summary>\n<pre>");
    String spec = input.spec() == null ? "" : input.spec();
    return text.append(escape(spec)).append("</pre>\n</details>\n").toString();
  }

  private static String directions(Report report) {
    Map<String, String> directions = new TreeMap<>();
    for (DatasetGroup group : report.datasets()) {
      group.metrics().forEach(m -> directions.put(m, report.catalogue().direction(m).name()));
    }
    StringBuilder text = new StringBuilder("{\n");
    directions.forEach(
        (m, d) ->
            text.append("    ").append(literal(m)).append(": ").append(literal(d)).append(",\n"));
    return text.append('}').toString();
  }

  private static String fill(String template, Map<String, String> values) {
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("@" + value.getKey() + "@", value.getValue());
    }
    return filled;
  }

  /** A Python string literal. */
  private static String literal(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /** Text that is neither markup nor the end of a table cell. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "\\|");
  }

  private static String template(String name) throws IOException {
    try (InputStream in = NotebookExport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }
}
