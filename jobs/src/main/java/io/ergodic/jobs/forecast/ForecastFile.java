package io.ergodic.jobs.forecast;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.StringJoiner;

/**
 * Forecasts as a CSV: a row for each model, variable and step, with its time, the value and both
 * ends of each interval. Ends that too few windows tell nothing of are left empty.
 */
public final class ForecastFile {
  private ForecastFile() {}

  /** Writes the file whole or not at all. */
  public static void write(Path file, TableForecast forecast, List<ForecastAnswer> answers)
      throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path part = Files.createTempFile(parent, "forecast", ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
      StringJoiner header = new StringJoiner(",");
      List.of("model", "variable", "step", "time", "value").forEach(header::add);
      for (double level : ForecastAnswer.LEVELS) {
        header.add("lower_" + Math.round(100 * level)).add("upper_" + Math.round(100 * level));
      }
      out.write(header + "\n");
      for (ForecastAnswer answer : answers) {
        if (!answer.failed()) {
          write(out, forecast, answer);
        }
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(BufferedWriter out, TableForecast forecast, ForecastAnswer answer)
      throws IOException {
    List<String> variables = forecast.variables();
    int horizon = answer.forecast().length / variables.size();
    for (int v = 0; v < variables.size(); v++) {
      for (int step = 1; step <= horizon; step++) {
        int at = (step - 1) * variables.size() + v;
        float value = answer.forecast()[at];
        StringJoiner line = new StringJoiner(",");
        line.add(answer.model()).add(quoted(variables.get(v))).add(String.valueOf(step));
        line.add(forecast.time(step)).add(String.valueOf(value));
        for (double[] widths : answer.halfWidths()) {
          boolean known = Double.isFinite(widths[at]);
          line.add(known ? String.valueOf((float) (value - widths[at])) : "");
          line.add(known ? String.valueOf((float) (value + widths[at])) : "");
        }
        out.write(line + "\n");
      }
    }
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
