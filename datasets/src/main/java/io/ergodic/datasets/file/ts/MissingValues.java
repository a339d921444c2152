package io.ergodic.datasets.file.ts;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is put in place of missing values: the line between the known neighbours, and before the
 * first and after the last known value that value again (as the archive's own filled versions do).
 */
final class MissingValues {
  private MissingValues() {}

  /** Whether a cell says that its value is missing. */
  static boolean names(String cell) {
    String word = cell.toLowerCase(Locale.ROOT);
    return word.equals("?") || word.equals("nan");
  }

  /**
   * Fills what is not a number.
   *
   * @param values rows x dimension, changed in place
   * @param padded whether rows without any value at the end are no rows: .tsv files, all lines of
   *     which have as many cells, give shorter series so
   * @return the values, without such rows; null where a variable has no value at all
   */
  static float[] filled(float[] values, int dimension, boolean padded) {
    int end = values.length;
    while (padded && end > 0 && missing(values, end - dimension, end)) {
      end -= dimension;
    }
    for (int variable = 0; variable < dimension; variable++) {
      if (!fill(values, variable, dimension, end)) {
        return null;
      }
    }
    return end == values.length ? values : Arrays.copyOf(values, end);
  }

  private static boolean missing(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Float.isNaN(values[i])) {
        return false;
      }
    }
    return true;
  }

  private static float between(float[] values, int before, int after, int at) {
    float share = (float) (at - before) / (after - before);
    return values[before] + share * (values[after] - values[before]);
  }

  private static boolean fill(float[] values, int variable, int dimension, int end) {
    int known = -1;
    for (int i = variable; i < end; i += dimension) {
      if (Float.isNaN(values[i])) {
        continue;
      }
      for (int j = known < 0 ? variable : known + dimension; j < i; j += dimension) {
        values[j] = known < 0 ? values[i] : between(values, known, i, j);
      }
      known = i;
    }
    for (int j = known + dimension; known >= 0 && j < end; j += dimension) {
      values[j] = values[known];
    }
    return known >= 0;
  }
}
