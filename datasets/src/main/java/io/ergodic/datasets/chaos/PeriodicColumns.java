package io.ergodic.datasets.chaos;

import io.ergodic.datasets.kernel.StrictSine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the states of a system become the columns of a dataset: coordinates along which the system
 * repeats itself in one of the forms of {@link PeriodicForm}, all others as they are. A coordinate
 * whose repeat is infinite, such as a time in which waves never meet again, stays as it is.
 */
public final class PeriodicColumns {
  private final SampledSystem system;
  private final PeriodicForm form;
  private final double[] repeat;
  private final int[] at;
  private final int count;

  private PeriodicColumns(SampledSystem system, PeriodicForm form, double[] repeat) {
    this.system = system;
    this.form = form;
    this.repeat = repeat;
    this.at = new int[repeat.length];
    int columns = 0;
    for (int i = 0; i < repeat.length; i++) {
      at[i] = columns;
      columns += width(i);
    }
    this.count = columns;
  }

  /** The columns of all coordinates of a system. */
  public static PeriodicColumns of(SampledSystem system, PeriodicForm form) {
    double[] repeat = new double[system.dimension()];
    system
        .periodic()
        .forEach((coordinate, length) -> repeat[coordinate] = Double.isFinite(length) ? length : 0);
    return new PeriodicColumns(system, form, repeat);
  }

  /**
   * The same columns for other parameters of the system, whose repeats may be longer or shorter.
   */
  PeriodicColumns at(SampledSystem other) {
    double[] lengths = repeat.clone();
    other
        .periodic()
        .forEach(
            (coordinate, length) -> {
              if (lengths[coordinate] > 0 && length > 0 && Double.isFinite(length)) {
                lengths[coordinate] = length;
              }
            });
    return new PeriodicColumns(system, form, lengths);
  }

  /** Number of columns. */
  public int count() {
    return count;
  }

  /** The first column of a coordinate. */
  public int column(int coordinate) {
    return at[coordinate];
  }

  /** How many columns a coordinate has: 1 or 2, sine before cosine. */
  public int width(int coordinate) {
    return periodic(coordinate) && form == PeriodicForm.SINE_COSINE ? 2 : 1;
  }

  /** Whether the coordinate has a finite repeat. */
  public boolean periodic(int coordinate) {
    return repeat[coordinate] > 0;
  }

  /** Whether values of the coordinates differ from those of their columns. */
  boolean changes(int coordinate) {
    return periodic(coordinate) && form != PeriodicForm.UNWRAPPED;
  }

  private boolean changes() {
    return IntStream.range(0, repeat.length).anyMatch(this::changes);
  }

  /** Names of the columns of some coordinates, in that order. */
  List<String> names(int[] coordinates) {
    List<String> names = new ArrayList<>();
    for (int coordinate : coordinates) {
      String own = system.coordinate(coordinate);
      if (!changes(coordinate)) {
        names.add(own);
      } else if (form == PeriodicForm.WRAP) {
        names.add("mod_" + own);
      } else {
        names.add("sin_" + own);
        names.add("cos_" + own);
      }
    }
    return names;
  }

  /** The form where some of these coordinates are changed by it; empty where none is. */
  String effective(int[] coordinates) {
    return IntStream.of(coordinates).anyMatch(this::changes) ? form.label() : "";
  }

  /**
   * The columns of states, row by row; the same array where they are the states.
   *
   * @param states rows of all coordinates
   */
  double[] of(double[] states) {
    if (!changes()) {
      return states;
    }
    int n = repeat.length;
    double[] columns = new double[Math.multiplyExact(states.length / n, count)];
    double[] state = new double[n];
    double[] row = new double[count];
    for (int from = 0, to = 0; from < states.length; from += n, to += count) {
      System.arraycopy(states, from, state, 0, n);
      observe(state, row);
      System.arraycopy(row, 0, columns, to, count);
    }
    return columns;
  }

  /** The columns of one state. */
  void observe(double[] state, double[] columns) {
    for (int i = 0; i < repeat.length; i++) {
      int column = at[i];
      if (!changes(i)) {
        columns[column] = state[i];
      } else if (form == PeriodicForm.WRAP) {
        columns[column] = remainder(i, state[i]);
      } else {
        // the remainder first: a phase may have grown to any size
        double angle = remainder(i, state[i]) * (2 * Math.PI / repeat[i]);
        columns[column] = StrictSine.sin(angle);
        columns[column + 1] = StrictSine.cos(angle);
      }
    }
  }

  /** A state behind one row of columns; of an angle, that in [0, repeat). */
  void invert(double[] columns, double[] state) {
    for (int i = 0; i < repeat.length; i++) {
      int column = at[i];
      state[i] =
          width(i) == 2
              ? remainder(
                  i,
                  StrictMath.atan2(columns[column], columns[column + 1])
                      * (repeat[i] / (2 * Math.PI)))
              : columns[column];
    }
  }

  /** A value of a coordinate less all whole repeats; the value itself of one without. */
  double remainder(int coordinate, double value) {
    double length = repeat[coordinate];
    if (!(length > 0)) {
      return value;
    }
    double rest = value - length * Math.floor(value / length);
    // rounding may give the length itself
    return rest < length ? Math.max(0, rest) : 0;
  }

  /** Brings noisy values of wrapped columns back into [0, repeat). */
  void wrapAgain(double[] columns) {
    if (form != PeriodicForm.WRAP) {
      return;
    }
    for (int i = 0; i < repeat.length; i++) {
      for (int offset = at[i]; offset < columns.length; offset += count) {
        columns[offset] = remainder(i, columns[offset]);
      }
    }
  }
}
