package io.ergodic.datasets.file.ts;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;

/**
 * One series of a file. The text is walked through, never split: a split would take some thirty
 * times the memory of the line.
 */
final class TsLine {
  private final String text;
  private final boolean plain;
  private final InputFile file;
  private final int number;
  private final char between;
  private final int from;
  private final int to;
  private final int dimension;
  private final String label;

  /**
   * @param plain whether the class comes first, then one variable between tabs
   * @param number of the line, for messages
   */
  TsLine(String text, boolean plain, InputFile file, int number) {
    this.text = text;
    this.plain = plain;
    this.file = file;
    this.number = number;
    this.between = plain ? '\t' : ',';
    int border = plain ? text.indexOf('\t') : text.lastIndexOf(':');
    if (border < 0) {
      throw error("no " + (plain ? "values" : "class, or no values"));
    }
    label = (plain ? text.substring(0, border) : text.substring(border + 1)).strip();
    if (label.isEmpty()) {
      throw error("no class");
    }
    from = plain ? border + 1 : 0;
    to = plain ? text.length() : border;
    dimension = plain ? 1 : 1 + count(':', from, to);
  }

  String label() {
    return label;
  }

  /** Variables. */
  int dimension() {
    return dimension;
  }

  /** Rows x dimension, row-major, missing values filled. */
  float[] values() {
    int rows = 1 + count(between, from, end(from));
    if ((long) rows * dimension > text.length()) {
      // Every value has at least one character: other variables cannot have as many rows.
      throw error("not all of its " + dimension + " variables have " + rows + " rows");
    }
    float[] values = new float[rows * dimension];
    int start = from;
    for (int variable = 0; variable < dimension; variable++) {
      int end = end(start);
      int found = 1 + count(between, start, end);
      if (found != rows) {
        throw error(
            "variable " + (variable + 1) + " has " + found + " rows, the first has " + rows);
      }
      int cell = start;
      for (int row = 0; row < rows; row++) {
        int next = text.indexOf(between, cell);
        int stop = next < 0 || next > end ? end : next;
        values[row * dimension + variable] = value(text.substring(cell, stop).strip());
        cell = stop + 1;
      }
      start = end + 1;
    }
    float[] known = MissingValues.filled(values, dimension, plain);
    if (known == null) {
      throw error("a variable has missing values only");
    }
    return known;
  }

  /** Where the variable ends that begins here. */
  private int end(int start) {
    int colon = plain ? -1 : text.indexOf(':', start);
    return colon < 0 ? to : Math.min(colon, to);
  }

  private int count(char wanted, int first, int end) {
    int count = 0;
    for (int i = first; i < end; i++) {
      count += text.charAt(i) == wanted ? 1 : 0;
    }
    return count;
  }

  private float value(String cell) {
    if (MissingValues.names(cell)) {
      return Float.NaN;
    }
    try {
      float value = Float.parseFloat(cell);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException other) {
      // said below
    }
    throw error("'" + cell + "' is no finite number (a missing value is ? or NaN)");
  }

  InvalidInputException error(String problem) {
    return file.error("line " + number + ": " + problem);
  }
}
