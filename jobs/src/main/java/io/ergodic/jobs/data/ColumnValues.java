package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.ValueSink;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Hands the values of cells to the writer of a column. Parquet's record consumer would give the
 * same bytes, with more work for the form of a value than for the value itself.
 */
final class ColumnValues implements ValueSink {
  /** A value of a list is defined one level below the list. */
  private static final int DEFINED = 1;

  private ColumnWriter column;

  /** Where the next cell goes. */
  void into(ColumnWriter next) {
    column = next;
  }

  @Override
  public void text(String value) {
    column.write(Binary.fromString(value), 0, 0);
  }

  @Override
  public void integer(int value) {
    column.write(value, 0, 0);
  }

  @Override
  public void whole(long value) {
    column.write(value, 0, 0);
  }

  @Override
  public void number(double value) {
    column.write(value, 0, 0);
  }

  @Override
  public void bytes(byte[] value) {
    column.write(Binary.fromConstantByteArray(value), 0, 0);
  }

  @Override
  public void integers(int[] values) {
    empty(values.length);
    for (int i = 0; i < values.length; i++) {
      column.write(values[i], repeated(i), DEFINED);
    }
  }

  @Override
  public void floats(float[] values) {
    empty(values.length);
    for (int i = 0; i < values.length; i++) {
      column.write(values[i], repeated(i), DEFINED);
    }
  }

  @Override
  public void doubles(double[] values) {
    empty(values.length);
    for (int i = 0; i < values.length; i++) {
      column.write(values[i], repeated(i), DEFINED);
    }
  }

  /** The first value begins a list, the others go on with it. */
  private static int repeated(int index) {
    return index == 0 ? 0 : 1;
  }

  private void empty(int length) {
    if (length == 0) {
      column.writeNull(0, 0);
    }
  }
}
