package io.ergodic.datasets.kind;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A column of the rows of a kind.
 *
 * @param name in the file
 * @param type of its values
 * @param repeats whether equal values are common enough for a dictionary to pay
 * @param most values of a list in one row: a file that claims more is not read on
 * @param writer hands the value of a row on
 */
public record Column<R>(String name, Type type, boolean repeats, int most, Writer<R> writer) {
  /** What a cell may hold: what pandas, DuckDB and Spark SQL read as it is. */
  public enum Type {
    TEXT,
    INTEGER,
    LONG,
    DOUBLE,
    BYTES,
    INTEGERS,
    FLOATS,
    DOUBLES
  }

  /** Hands the value of a row to a sink, by the method of the column's type. */
  @FunctionalInterface
  public interface Writer<R> {
    void write(R row, ValueSink sink);
  }

  public static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(name, Type.TEXT, true, 1, (row, sink) -> sink.text(value.apply(row)));
  }

  public static <R> Column<R> integer(String name, ToIntFunction<R> value) {
    return new Column<>(
        name, Type.INTEGER, true, 1, (row, sink) -> sink.integer(value.applyAsInt(row)));
  }

  public static <R> Column<R> whole(String name, ToLongFunction<R> value) {
    return new Column<>(
        name, Type.LONG, true, 1, (row, sink) -> sink.whole(value.applyAsLong(row)));
  }

  public static <R> Column<R> number(String name, ToDoubleFunction<R> value) {
    return new Column<>(
        name, Type.DOUBLE, true, 1, (row, sink) -> sink.number(value.applyAsDouble(row)));
  }

  public static <R> Column<R> bytes(String name, Function<R, byte[]> value) {
    return new Column<>(name, Type.BYTES, false, 1, (row, sink) -> sink.bytes(value.apply(row)));
  }

  /**
   * Lists of integers.
   *
   * @param most of them in a row
   */
  public static <R> Column<R> integers(String name, long most, Function<R, int[]> value) {
    return new Column<>(
        name, Type.INTEGERS, true, longest(most), (row, sink) -> sink.integers(value.apply(row)));
  }

  /**
   * Lists of floats.
   *
   * @param most of them in a row
   */
  public static <R> Column<R> floats(String name, long most, Function<R, float[]> value) {
    return new Column<>(
        name, Type.FLOATS, false, longest(most), (row, sink) -> sink.floats(value.apply(row)));
  }

  /**
   * Lists of doubles.
   *
   * @param most of them in a row
   */
  public static <R> Column<R> doubles(String name, long most, Function<R, double[]> value) {
    return new Column<>(
        name, Type.DOUBLES, false, longest(most), (row, sink) -> sink.doubles(value.apply(row)));
  }

  private static int longest(long most) {
    return (int) Math.max(0, Math.min(most, Integer.MAX_VALUE - 8));
  }

  /** The same column, its values taken for ones that repeat. */
  public Column<R> repeating() {
    return new Column<>(name, type, true, most, writer);
  }
}
