package io.ergodic.datasets.source;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;

/**
 * Borders of a split by time: train rows first, then validation, then test; what is left over is
 * unused. The numbers are those of the long-term forecasting benchmarks: train and test rows are
 * truncated, validation is the rest.
 */
public record TimeSplit(int train, int validation, int test) {
  public static final double[] FRACTIONS = {0.7, 0.1, 0.2};

  /**
   * Reads {@code fractions} or {@code rows} for a series of {@code count} rows.
   *
   * @param where the file, for messages
   */
  public static TimeSplit of(Settings settings, int count, String where) {
    if (settings.has("rows")) {
      if (settings.has("fractions")) {
        throw settings.error("rows", "cannot be given together with fractions");
      }
      return ofRows(settings, count, where);
    }
    double[] fractions = settings.has("fractions") ? settings.numbers("fractions") : FRACTIONS;
    double sum = 0;
    boolean negative = false;
    for (double fraction : fractions) {
      sum += fraction;
      negative |= !(fraction >= 0);
    }
    if (fractions.length != 3 || negative || !(fractions[0] > 0) || Math.abs(sum - 1) > 1e-9) {
      throw settings.error(
          "fractions", "must be three numbers (train, validation, test), not negative, of sum 1");
    }
    int train = (int) (count * fractions[0]);
    int test = fractions[1] == 0 ? count - train : (int) (count * fractions[2]);
    if (fractions[2] == 0) {
      test = 0;
    }
    if (train == 0) {
      throw settings.error(
          "fractions", "leave no row for training of the " + count + " rows of " + where);
    }
    return new TimeSplit(train, count - train - test, test);
  }

  private static TimeSplit ofRows(Settings settings, int count, String where) {
    double[] rows = settings.numbers("rows");
    double sum = 0;
    boolean whole = rows.length == 3;
    for (double value : rows) {
      sum += value;
      whole &= value >= 0 && value == Math.rint(value);
    }
    if (!whole || rows[0] < 1) {
      throw settings.error(
          "rows", "must be three whole numbers (train, validation, test), at least 1 for train");
    }
    if (sum > count) {
      throw settings.error("rows", "ask for " + (long) sum + " rows; " + where + " has " + count);
    }
    return new TimeSplit((int) rows[0], (int) rows[1], (int) rows[2]);
  }

  /** Rows of context stored before validation and test: as set, or as many as there can be. */
  public int context(Settings settings, int fallback) {
    int most = train;
    int context = settings.integer("context", Math.min(fallback, most), 0, Integer.MAX_VALUE);
    if (context > most) {
      throw settings.error(
          "context", "must be at most the " + most + " rows of the train split, not " + context);
    }
    return context;
  }

  /** First row stored of a split: its own, less {@code context} rows of the split before. */
  public int from(Split split, int context) {
    return switch (split) {
      case TRAIN -> 0;
      case VALIDATION -> train - context;
      case TEST -> train + validation - context;
    };
  }

  /** Row after the last of a split. */
  public int to(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case VALIDATION -> train + validation;
      case TEST -> train + validation + test;
    };
  }

  /** Whether a split has rows of its own. */
  public boolean has(Split split) {
    return to(split) > from(split, 0);
  }
}
