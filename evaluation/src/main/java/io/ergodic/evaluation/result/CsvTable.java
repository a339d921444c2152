package io.ergodic.evaluation.result;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Result rows as RFC 4180 CSV in UTF-8 with a header line. Doubles are written by {@link
 * Double#toString(double)}, so they read back to the same bits; a missing value is an empty cell.
 * Lines end in a line feed alone, which every reader takes and diff tools like.
 */
public final class CsvTable {
  private CsvTable() {}

  /** The whole table. */
  public static String text(List<ResultRow> rows) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", ResultRow.COLUMNS)).append('\n');
    for (ResultRow row : rows) {
      Object[] cells = row.cells();
      for (int i = 0; i < cells.length; i++) {
        text.append(i > 0 ? "," : "").append(cells[i] == null ? "" : quoted(cells[i].toString()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** One line of cells, with its end. */
  public static String line(List<String> cells) {
    return cells.stream()
            .map(cell -> cell.isEmpty() ? "" : quoted(cell))
            .collect(Collectors.joining(","))
        + "\n";
  }

  /** A cell with a comma, a quote or a line break is quoted, its quotes doubled (RFC 4180, 2). */
  static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && !cell.isEmpty();
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
