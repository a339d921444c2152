package io.ergodic.datasets.file;

import io.ergodic.datasets.file.time.Arrangement;
import io.ergodic.datasets.source.HeapRoom;
import java.io.IOException;

/**
 * A table whose rows are put in another order, dropped or filled in. All of it is held while it is
 * read.
 *
 * @param table in the order of its file
 * @param rows of that
 * @param columns of both
 */
public record ArrangedTable(SeriesTable table, int rows, int columns, Arrangement arrangement)
    implements SeriesTable {
  @Override
  public InputFile file() {
    return table.file();
  }

  @Override
  public Cursor open(long row) throws IOException {
    HeapRoom.need(
        file().setting(),
        "rows to be put in order or filled in take",
        8.0 * rows * columns,
        "sort and fill the file beforehand");
    double[][] values = new double[rows][columns];
    try (Cursor cursor = table.open(0)) {
      for (double[] each : values) {
        cursor.next(each, 0);
      }
    }
    return new Cursor() {
      private int at = Math.toIntExact(row);

      @Override
      public void next(double[] target, int offset) {
        int before = arrangement.before()[at];
        int after = arrangement.after()[at];
        double weight = arrangement.weight()[at++];
        for (int k = 0; k < columns; k++) {
          double value = before < 0 ? Double.NaN : values[before][k];
          target[offset + k] = weight == 0 ? value : value + weight * (values[after][k] - value);
        }
      }

      @Override
      public void close() {}
    };
  }
}
