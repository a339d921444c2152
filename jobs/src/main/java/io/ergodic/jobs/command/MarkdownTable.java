package io.ergodic.jobs.command;

import io.ergodic.jobs.bench.Measurement;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Prints measurements as one Markdown table when it is closed: a row each, its lowest and highest
 * repeats in brackets. Curves over rounds are left to the plot.
 */
final class MarkdownTable implements Consumer<Measurement>, AutoCloseable {
  private static final String LOWEST = "-lowest";
  private static final String HIGHEST = "-highest";

  private final PrintWriter out;
  private final Map<String, Measurement> rows = new LinkedHashMap<>();

  MarkdownTable(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void accept(Measurement measurement) {
    rows.put(key(measurement.bench(), measurement), measurement);
  }

  private static String key(String bench, Measurement measurement) {
    return bench + "\n" + measurement.measured();
  }

  @Override
  public void close() {
    out.println("| measured | case | median (lowest to highest) | unit |");
    out.println("|---|---|---|---|");
    for (Measurement row : rows.values()) {
      String bench = row.bench();
      if (bench.endsWith(LOWEST) || bench.endsWith(HIGHEST) || bench.equals("memory")) {
        continue;
      }
      Measurement lowest = rows.get(key(bench + LOWEST, row));
      Measurement highest = rows.get(key(bench + HIGHEST, row));
      String spread =
          lowest == null || highest == null
              ? ""
              : " (" + number(lowest.value()) + " to " + number(highest.value()) + ")";
      out.println(
          "| "
              + String.join(" | ", bench, row.measured(), number(row.value()) + spread, row.unit())
              + " |");
    }
    out.flush();
  }

  private static String number(double value) {
    if (Math.abs(value) >= 1000 && value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
  }
}
