package io.ergodic.datasets.source;

import io.ergodic.datasets.data.Split;
import java.util.Locale;

/** One row of a shard: a block of a series, or an image. */
public sealed interface Row {
  Split split();

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
  record Block(
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

    /** A block of a dataset whose series have no parameters of their own. */
    public Block(
        Split split,
        String series,
        int block,
        double start,
        double step,
        int dimension,
        double[] values) {
      this(split, series, block, start, step, dimension, values, NONE);
    }

    /** Samples a block holds at most; the last block of a series may hold fewer. */
    public static final int SAMPLES = 4096;

    /** The id of the series of this number within its split: six digits, so that ids sort. */
    public static String id(int series) {
      return String.format(Locale.ROOT, "%06d", series);
    }
  }

  /**
   * An image.
   *
   * @param index unique within the split
   * @param label class index
   * @param pixels height x width x channels unsigned bytes, channels last
   */
  record Image(Split split, long index, int label, byte[] pixels) implements Row {}
}
