package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.source.Row;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Assembles a row from Parquet's column readers. */
abstract class RowConverter extends GroupConverter {
  private final Converter[] fields;

  RowConverter(Converter... fields) {
    this.fields = fields;
  }

  abstract Row row();

  @Override
  public Converter getConverter(int field) {
    return fields[field];
  }

  @Override
  public void start() {}

  @Override
  public void end() {}

  /** Keeps the last value of a column. */
  private static final class Cell extends PrimitiveConverter {
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
  }

  /** Collects the doubles of a list into one growing array. */
  private static final class Doubles extends PrimitiveConverter {
    private double[] values;
    private int size;

    Doubles(int usual) {
      values = new double[usual];
    }

    @Override
    public void addDouble(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    double[] take() {
      double[] taken = Arrays.copyOf(values, size);
      size = 0;
      return taken;
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

  /** Rows of {@link ShardSchema#SERIES}, with parameters or without. */
  static final class OfBlocks extends RowConverter {
    private final Cell split;
    private final Cell series;
    private final Cell block;
    private final Cell start;
    private final Cell step;
    private final Cell dimension;
    private final Doubles values;
    private final Doubles parameters;

    OfBlocks() {
      this(
          new Cell(),
          new Cell(),
          new Cell(),
          new Cell(),
          new Cell(),
          new Cell(),
          new Doubles(Row.Block.SAMPLES * 4),
          new Doubles(16));
    }

    private OfBlocks(
        Cell split,
        Cell series,
        Cell block,
        Cell start,
        Cell step,
        Cell dimension,
        Doubles values,
        Doubles parameters) {
      super(
          split,
          series,
          block,
          start,
          step,
          dimension,
          around(around(values)),
          around(around(parameters)));
      this.split = split;
      this.series = series;
      this.block = block;
      this.start = start;
      this.step = step;
      this.dimension = dimension;
      this.values = values;
      this.parameters = parameters;
    }

    @Override
    Row row() {
      return new Row.Block(
          Split.of(split.binary.toStringUsingUTF8()),
          series.binary.toStringUsingUTF8(),
          (int) block.whole,
          start.number,
          step.number,
          (int) dimension.whole,
          values.take(),
          parameters.take());
    }
  }

  /** Rows of {@link ShardSchema#IMAGES}. */
  static final class OfImages extends RowConverter {
    private final Cell split;
    private final Cell index;
    private final Cell label;
    private final Cell pixels;

    OfImages() {
      this(new Cell(), new Cell(), new Cell(), new Cell());
    }

    private OfImages(Cell split, Cell index, Cell label, Cell pixels) {
      super(split, index, label, pixels);
      this.split = split;
      this.index = index;
      this.label = label;
      this.pixels = pixels;
    }

    @Override
    Row row() {
      return new Row.Image(
          Split.of(split.binary.toStringUsingUTF8()),
          index.whole,
          (int) label.whole,
          pixels.binary.getBytes());
    }
  }
}
