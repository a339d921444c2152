package io.ergodic.jobs.ml;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.collection.mutable.WrappedArray;

/** Between arrays of rows of numbers in DataFrames and plain ones. */
final class SeriesRows {
  private SeriesRows() {}

  /** A series of a row as rows x variables, row-major. */
  static double[] flattened(Row row, int column) {
    List<Seq<?>> rows = row.isNullAt(column) ? List.of() : row.getList(column);
    if (rows.isEmpty() || rows.get(0) == null) {
      throw new InvalidInputException("a series without any rows");
    }
    int dimension = rows.get(0).length();
    double[] values = new double[Math.multiplyExact(rows.size(), dimension)];
    for (int i = 0; i < rows.size(); i++) {
      Seq<?> one = rows.get(i);
      if (one == null || one.length() != dimension || dimension == 0) {
        throw new InvalidInputException(
            "row " + i + " of a series: has to have " + dimension + " values, as the first has");
      }
      for (int k = 0; k < dimension; k++) {
        values[i * dimension + k] = number(one.apply(k), i);
      }
    }
    return values;
  }

  private static double number(Object value, int row) {
    if (value instanceof Double number && Double.isFinite(number)) {
      return number;
    }
    throw new InvalidInputException(
        "row "
            + row
            + " of a series: holds "
            + value
            + "; fill or drop what is missing before, no model can learn from it");
  }

  /** Variables of the first row of a series; 0 where there is none. */
  static int variables(Row row, int column) {
    List<Seq<?>> rows = row.isNullAt(column) ? List.of() : row.getList(column);
    return rows.isEmpty() || rows.get(0) == null ? 0 : rows.get(0).length();
  }

  /** Number of rows of a series; 0 where there is none. */
  static int rows(Row row, int column) {
    return row.isNullAt(column) ? 0 : row.getList(column).size();
  }

  /** As a cell of a DataFrame: plain numbers, or rows of them. */
  static Seq<Object> cell(double[] values, int dimension, boolean flat) {
    Object[] rows = new Object[values.length / dimension];
    for (int i = 0; i < rows.length; i++) {
      if (flat) {
        rows[i] = values[i];
        continue;
      }
      Object[] row = new Object[dimension];
      for (int k = 0; k < dimension; k++) {
        row[k] = values[i * dimension + k];
      }
      rows[i] = WrappedArray.make(row);
    }
    return WrappedArray.make(rows);
  }
}
