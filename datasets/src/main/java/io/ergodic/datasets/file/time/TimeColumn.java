package io.ergodic.datasets.file.time;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of times, row by row as a file gives it. */
public final class TimeColumn {
  private final String name;
  private final TimeFormat format;
  private long[] times = new long[1024];
  private int[] lines = new int[1024];
  private int rows;

  private TimeColumn(String name, TimeFormat format) {
    this.name = name;
    this.format = format;
  }

  /**
   * A column whose format is that of its first texts, or the one that is set.
   *
   * @param texts the first ones, in order
   * @param numbers whether all of them are numbers
   * @return empty when they have no format in common
   * @throws InvalidInputException when day and month cannot be told apart
   */
  public static Optional<TimeColumn> of(
      String name, List<String> texts, boolean numbers, TimeSettings settings) {
    Optional<TimeFormat> format = settings.format();
    if (format.isEmpty()) {
      format = numbers ? Optional.of(TimeFormats.ofNumbers(texts)) : TimeFormats.ofDates(texts);
    }
    return format.map(found -> new TimeColumn(name, found));
  }

  /** Takes the text of the next row; false when it is no time of the format. */
  public boolean add(String text, long line) {
    long ticks = format.ticks(text);
    if (ticks == TimeFormat.NONE) {
      return false;
    }
    if (rows == times.length) {
      times = Arrays.copyOf(times, rows + rows / 2);
      lines = Arrays.copyOf(lines, times.length);
    }
    times[rows] = ticks;
    lines[rows++] = (int) Math.min(line, Integer.MAX_VALUE);
    return true;
  }

  public String name() {
    return name;
  }

  TimeFormat format() {
    return format;
  }

  public String describeFormat() {
    return format.describe();
  }

  long[] times() {
    return Arrays.copyOf(times, rows);
  }

  /** Where a row stands, and its time. */
  String show(int row) {
    return "line " + lines[row] + " (" + format.show(times[row]) + ")";
  }
}
