package io.ergodic.datasets.kind.series;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.util.Arrays;

/** A series held in memory, handed out in blocks. */
public final class SeriesBlocks {
  private SeriesBlocks() {}

  /**
   * Emits rows {@code from} (included) to {@code to} (excluded) as the blocks of one series of a
   * split.
   *
   * @param values rows x dimension, row-major; row 0 has time 0
   * @param step time between rows
   */
  public static void emit(
      Split split,
      String id,
      double[] values,
      int dimension,
      double step,
      int from,
      int to,
      RowSink sink)
      throws IOException {
    emit(split, id, values, dimension, step, from, to, new double[0], sink);
  }

  /** The same for a series with parameters of its own. */
  public static void emit(
      Split split,
      String id,
      double[] values,
      int dimension,
      double step,
      int from,
      int to,
      double[] parameters,
      RowSink sink)
      throws IOException {
    for (int first = from, block = 0; first < to; first += SeriesBlock.SAMPLES, block++) {
      int end = Math.min(to, first + SeriesBlock.SAMPLES);
      double[] part = Arrays.copyOfRange(values, first * dimension, end * dimension);
      sink.accept(
          new SeriesBlock(split, id, block, first * step, step, dimension, part, parameters));
    }
  }
}
