package io.ergodic.datasets.kind.series;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.source.Row;
import java.util.Locale;

/**
 * Consecutive samples of a series. Blocks of one series arrive in the order of their index; the
 * first {@link io.ergodic.datasets.manifest.Schema#overlap} samples of validation and test series
 * belong to the split before.
 *
 * @param series id of the trajectory within its split
 * @param block index of this block in the series, from 0
 * @param start time of the first sample
 * @param step time between samples
 * @param values samples x dimension, row-major
 * @param parameters of the system, in the order of {@link
 *     io.ergodic.datasets.manifest.Schema#parameters}; empty where all series have the same
 */
public record SeriesBlock(
    Split split,
    String series,
    int block,
    double start,
    double step,
    int dimension,
    double[] values,
    double[] parameters)
    implements Row {
  private static final double[] NONE = {};

  /** Samples a block holds at most; the last block of a series may hold fewer. */
  public static final int SAMPLES = 4096;

  /** A block of a dataset whose series have no parameters of their own. */
  public SeriesBlock(
      Split split,
      String series,
      int block,
      double start,
      double step,
      int dimension,
      double[] values) {
    this(split, series, block, start, step, dimension, values, NONE);
  }

  /** Number of samples. */
  public int samples() {
    return values.length / dimension;
  }

  /** The id of the series of this number within its split: six digits, so that ids sort. */
  public static String id(int series) {
    return String.format(Locale.ROOT, "%06d", series);
  }
}
