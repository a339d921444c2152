package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.TimeSplit;
import java.util.Arrays;

/**
 * How a series of a file is cut along time, as the forecasting benchmarks do it: {@code fractions =
 * [0.7, 0.1, 0.2]}, of which train and test are rounded down and validation is the rest, or {@code
 * rows = [8640, 2880, 2880]}, later rows unused. {@code context} rows are stored before validation
 * and test, at most as many as the train split has.
 *
 * @param parts fractions or numbers of rows of train, validation and test
 * @param context rows, or -1 for {@code defaultContext}
 */
record TimeBorders(Settings settings, String key, double[] parts, int context, int defaultContext) {
  private static final double[] FRACTIONS = {0.7, 0.1, 0.2};

  static TimeBorders read(Settings settings, int defaultContext) {
    boolean rows = settings.has("rows");
    if (rows && settings.has("fractions")) {
      throw settings.error("fractions", "give either fractions or rows, not both");
    }
    String key = rows ? "rows" : "fractions";
    double[] parts = settings.has(key) ? settings.numbers(key) : FRACTIONS;
    double sum = Arrays.stream(parts).sum();
    boolean negative = Arrays.stream(parts).anyMatch(part -> !(part >= 0));
    boolean broken = rows && Arrays.stream(parts).anyMatch(part -> part != Math.rint(part));
    if (parts.length != 3 || negative || broken) {
      throw settings.error(
          key,
          "must be three "
              + (rows ? "whole numbers of rows" : "fractions")
              + ", none below 0, for train, validation and test; not "
              + Arrays.toString(parts));
    }
    if (!rows && Math.abs(sum - 1) > 1e-9) {
      throw settings.error(key, "must add up to 1, not " + sum);
    }
    int context = settings.has("context") ? settings.integer("context", 0, Integer.MAX_VALUE) : -1;
    return new TimeBorders(settings, key, parts, context, defaultContext);
  }

  /** The split of a series of so many rows. */
  TimeSplit split(int length) {
    boolean rows = key.equals("rows");
    double train = rows ? parts[0] : (int) (length * parts[0]);
    double test = rows ? parts[2] : (int) (length * parts[2]);
    double end = rows ? parts[0] + parts[1] + parts[2] : length;
    if (end > length) {
      throw settings.error(key, "need " + (long) end + " rows, the file has " + length);
    }
    if (!rows && parts[1] == 0) {
      // no validation split was asked for: the row lost in rounding goes to train
      train = length - test;
    }
    if (train < 1) {
      throw settings.error(key, "leave no row for the train split of " + length + " rows");
    }
    if (context > train) {
      throw settings.error(
          "context", context + " rows are more than the train split has (" + (long) train + ")");
    }
    int stored = context >= 0 ? context : (int) Math.min(defaultContext, train);
    return new TimeSplit(length, (int) train, (int) (end - test), (int) end, stored);
  }
}
