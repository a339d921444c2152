package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.Column;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** What a column reader gave last: a value, or the values of a list in a growing array. */
abstract class ReadCell extends PrimitiveConverter {
  private static final int USUAL = 4096;

  static ReadCell of(Column<?> column) {
    return switch (column.type()) {
      case TEXT, INTEGER, LONG, DOUBLE, BYTES -> new Single();
      case INTEGERS -> new Integers(column);
      case FLOATS -> new Floats(column);
      case DOUBLES -> new Doubles(column);
    };
  }

  Binary binary() {
    throw other();
  }

  long whole() {
    throw other();
  }

  double number() {
    throw other();
  }

  int[] integers() {
    throw other();
  }

  float[] floats() {
    throw other();
  }

  double[] doubles() {
    throw other();
  }

  /** The length of an array that has become too short; a few bytes can claim any number. */
  private static int more(Column<?> column, int size) {
    if (size >= column.most()) {
      throw new IllegalStateException(
          "a row of more than " + column.most() + " " + column.name() + ", which none has");
    }
    return (int) Math.min(2L * size, Math.max(column.most(), USUAL));
  }

  private IllegalStateException other() {
    return new IllegalStateException("a column of " + getClass().getSimpleName());
  }

  /** Keeps the last value of a column. */
  private static final class Single extends ReadCell {
    private Binary binary;
    private long whole;
    private double number;

    @Override
    public void addBinary(Binary value) {
      binary = value;
    }

    @Override
    public void addInt(int value) {
      whole = value;
    }

    @Override
    public void addLong(long value) {
      whole = value;
    }

    @Override
    public void addDouble(double value) {
      number = value;
    }

    @Override
    Binary binary() {
      return binary;
    }

    @Override
    long whole() {
      return whole;
    }

    @Override
    double number() {
      return number;
    }
  }

  private static final class Integers extends ReadCell {
    private final Column<?> column;
    private int[] values = new int[USUAL];
    private int size;

    Integers(Column<?> column) {
      this.column = column;
    }

    @Override
    public void addInt(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, more(column, size));
      }
      values[size++] = value;
    }

    @Override
    int[] integers() {
      int[] taken = Arrays.copyOf(values, size);
      size = 0;
      return taken;
    }
  }

  private static final class Floats extends ReadCell {
    private final Column<?> column;
    private float[] values = new float[USUAL];
    private int size;

    Floats(Column<?> column) {
      this.column = column;
    }

    @Override
    public void addFloat(float value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, more(column, size));
      }
      values[size++] = value;
    }

    @Override
    float[] floats() {
      float[] taken = Arrays.copyOf(values, size);
      size = 0;
      return taken;
    }
  }

  private static final class Doubles extends ReadCell {
    private final Column<?> column;
    private double[] values = new double[USUAL];
    private int size;

    Doubles(Column<?> column) {
      this.column = column;
    }

    @Override
    public void addDouble(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, more(column, size));
      }
      values[size++] = value;
    }

    @Override
    double[] doubles() {
      double[] taken = Arrays.copyOf(values, size);
      size = 0;
      return taken;
    }
  }
}
