package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.SeriesTable;
import java.io.IOException;
import java.util.List;

/**
 * Chosen columns of a comma-separated file as numbers. Every cell is checked when it is read.
 *
 * @param header whether the first record holds names
 * @param width fields of every record
 * @param columns indices of the chosen fields
 * @param names of the chosen fields, for messages
 * @param keepMissing whether a blank or NaN cell becomes NaN; otherwise it is refused
 */
record CsvTable(
    InputFile file,
    boolean header,
    int width,
    int[] columns,
    List<String> names,
    boolean keepMissing)
    implements SeriesTable {

  static boolean missing(String cell) {
    String text = cell.strip();
    return text.isEmpty()
        || text.equalsIgnoreCase("nan")
        || text.equalsIgnoreCase("na")
        || text.equalsIgnoreCase("null")
        || text.equals("?");
  }

  /** Whether a cell reads as a finite number in decimal notation. */
  static boolean number(String cell) {
    return Double.isFinite(parse(cell));
  }

  private static double parse(String cell) {
    try {
      String text = cell.strip();
      // Double.parseDouble also takes Java's own suffixes (1d, 2f) and hexadecimal floats.
      boolean javaOnly =
          !text.isEmpty() && "dDfFxXpP".indexOf(text.charAt(text.length() - 1)) >= 0
              || text.contains("0x")
              || text.contains("0X");
      return javaOnly ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  /** Counts the rows and checks every cell. */
  int count() throws IOException {
    double[] values = new double[columns.length];
    int rows = 0;
    try (CsvReader reader = reader()) {
      for (List<String> fields = reader.next(); fields != null; fields = reader.next()) {
        convert(fields, reader.line(), values, 0);
        rows++;
      }
    }
    return rows;
  }

  @Override
  public Cursor open(long row) throws IOException {
    CsvReader reader = reader();
    for (long i = 0; i < row; i++) {
      reader.next();
    }
    return new Cursor() {
      @Override
      public void next(double[] target, int offset) throws IOException {
        List<String> fields = reader.next();
        if (fields == null) {
          throw file.error("became shorter while it was read");
        }
        convert(fields, reader.line(), target, offset);
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  private CsvReader reader() throws IOException {
    CsvReader reader = new CsvReader(file);
    if (header) {
      reader.next();
    }
    return reader;
  }

  private void convert(List<String> fields, long line, double[] target, int offset) {
    if (fields.size() != width) {
      throw file.error(
          "line " + line + ": " + fields.size() + " fields, the first line has " + width);
    }
    for (int k = 0; k < columns.length; k++) {
      String cell = fields.get(columns[k]);
      double value = parse(cell);
      if (!Double.isFinite(value) && !(keepMissing && missing(cell))) {
        throw file.error(
            "line "
                + line
                + ", column "
                + names.get(k)
                + ": "
                + (missing(cell) ? "a missing value" : "not a finite number")
                + ": '"
                + cell
                + "'"
                + (missing(cell) ? " (missing = \"keep\" would let it through as NaN)" : ""));
      }
      target[offset + k] = value;
    }
  }
}
