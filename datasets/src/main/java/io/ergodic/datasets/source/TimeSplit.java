package io.ergodic.datasets.source;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;

/**
 * One series cut into train, validation and test along time.
 *
 * @param length rows of the series
 * @param validation first row of the validation split
 * @param test first row of the test split
 * @param end row after the last of the test split
 * @param context rows before validation and test that are stored with them
 */
public record TimeSplit(int length, int validation, int test, int end, int context) {
  /**
   * Reads {@code fractions} with {@code train} (0.7), {@code validation} (0.1) and {@code test}
   * (0.2), and {@code context}. What the fractions leave of 1 is not used.
   */
  public static TimeSplit read(Settings settings, int length, int defaultContext) {
    Settings fractions = settings.child("fractions");
    double train = fractions.number("train", 0.7, 0, 1);
    double validation = fractions.number("validation", 0.1, 0, 1);
    double test = fractions.number("test", 0.2, 0, 1);
    fractions.rejectUnknown();
    double sum = train + validation + test;
    if (sum > 1 + 1e-9) {
      throw settings.error("fractions", "add up to " + sum + ", which is over 1");
    }
    int first = (int) Math.round(train * length);
    int second = (int) Math.round((train + validation) * length);
    int end = (int) Math.min(length, Math.round(sum * length));
    if (first < 1) {
      throw settings.error("fractions", "leave no row for the train split");
    }
    int context = settings.integer("context", defaultContext, 0, Integer.MAX_VALUE);
    if (context > first) {
      throw settings.error(
          "context", context + " rows are more than the train split has (" + first + ")");
    }
    return new TimeSplit(length, first, second, end, context);
  }

  /** Row a split is stored from: its first, less the context. */
  public int from(Split split) {
    return switch (split) {
      case TRAIN -> 0;
      case VALIDATION -> validation - context;
      case TEST -> test - context;
    };
  }

  /** Row after the last of a split. */
  public int to(Split split) {
    return switch (split) {
      case TRAIN -> validation;
      case VALIDATION -> test;
      case TEST -> end;
    };
  }

  /** Whether a split has rows of its own, not only context. */
  public boolean has(Split split) {
    return to(split) - from(split) > (split == Split.TRAIN ? 0 : context);
  }
}
