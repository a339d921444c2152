package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.file.SeriesTable;
import java.io.IOException;
import java.util.List;

/**
 * Chosen columns of a table as numbers, in the order of the file.
 *
 * @param columns indices of the chosen fields
 */
record CsvTable(
    InputFile file,
    Dialect dialect,
    CsvHeader header,
    List<Integer> columns,
    NumberGrammar numbers,
    MissingSpellings missing)
    implements SeriesTable {

  @Override
  public Cursor open(long row) throws IOException {
    CsvReader reader = new CsvReader(file, dialect);
    for (long i = header.present() ? -1 : 0; i < row; i++) {
      reader.next();
    }
    return new Cursor() {
      @Override
      public void next(double[] target, int offset) throws IOException {
        List<String> fields = reader.next();
        if (fields == null || fields.size() != header.width()) {
          throw file.error("was changed while it was read");
        }
        for (int k = 0; k < columns.size(); k++) {
          target[offset + k] = value(fields.get(columns.get(k)));
        }
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  /** What is neither number nor word of truth was found to be missing when the file was read. */
  private double value(String cell) {
    if (missing.numbers() && missing.contains(cell.strip())) {
      return Double.NaN;
    }
    double value = numbers.parse(cell);
    return Double.isNaN(value) ? ColumnProfile.truth(cell) : value;
  }
}
