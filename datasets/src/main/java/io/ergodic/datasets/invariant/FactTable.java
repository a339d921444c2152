package io.ergodic.datasets.invariant;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comma-separated resource of ours: lines with {@code #} in front are remarks, the first other
 * line holds the names of the columns, and quoted cells may hold commas.
 */
public final class FactTable {
  private FactTable() {}

  /** The rows of a resource beside a class, each by the names of its columns. */
  public static List<Map<String, String>> read(Class<?> beside, String name) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      return read(stream, name);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * The rows of such a table wherever it is.
   *
   * @param name for messages
   * @throws InvalidInputException where a line has not as many cells as the first
   */
  public static List<Map<String, String>> read(InputStream stream, String name) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    List<String> header = null;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> cells = cells(line);
      if (header == null) {
        header = cells;
      } else if (cells.size() != header.size()) {
        throw new InvalidInputException(name + ": not " + header.size() + " cells: " + line);
      } else {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
          row.put(header.get(i), cells.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A cell as a number; NaN where it is empty. */
  public static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        // a doubled quote closes and opens again, and stands for itself
        if (!quoted && i > 0 && line.charAt(i - 1) == '"') {
          cell.append('"');
        }
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
