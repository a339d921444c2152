package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.Cells;
import io.ergodic.datasets.kind.Column;
import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;

/** The cells of the row that Parquet's column readers are at. */
final class ReadCells extends GroupConverter implements Cells {
  private final ReadCell[] cells;
  private final Converter[] converters;

  <R> ReadCells(List<Column<R>> columns) {
    cells = new ReadCell[columns.size()];
    converters = new Converter[cells.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = ReadCell.of(columns.get(i));
      converters[i] =
          ShardSchema.path(columns.get(i)).equals(columns.get(i).name())
              ? cells[i]
              : around(around(cells[i]));
    }
  }

  /** A group that only hands through to its single field. */
  private static GroupConverter around(Converter field) {
    return new GroupConverter() {
      @Override
      public Converter getConverter(int index) {
        return field;
      }

      @Override
      public void start() {}

      @Override
      public void end() {}
    };
  }

  @Override
  public Converter getConverter(int field) {
    return converters[field];
  }

  @Override
  public void start() {}

  @Override
  public void end() {}

  @Override
  public String text(int column) {
    return cells[column].binary().toStringUsingUTF8();
  }

  @Override
  public int integer(int column) {
    return (int) cells[column].whole();
  }

  @Override
  public long whole(int column) {
    return cells[column].whole();
  }

  @Override
  public double number(int column) {
    return cells[column].number();
  }

  @Override
  public byte[] bytes(int column) {
    return cells[column].binary().getBytes();
  }

  @Override
  public int[] integers(int column) {
    return cells[column].integers();
  }

  @Override
  public float[] floats(int column) {
    return cells[column].floats();
  }

  @Override
  public double[] doubles(int column) {
    return cells[column].doubles();
  }
}
