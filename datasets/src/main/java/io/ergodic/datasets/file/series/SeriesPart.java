package io.ergodic.datasets.file.series;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One shard of a dataset of files: consecutive rows of one file that are a series of a split.
 *
 * @param key of the settings the file was named under
 * @param series id within the split
 * @param from first row, the stored context included
 * @param to row after the last
 */
record SeriesPart(Path file, String key, Split split, String series, int from, int to) {
  /** The whole of a file. */
  static SeriesPart whole(Path file, String key, Split split, int number, int rows) {
    return new SeriesPart(file, key, split, id(number), 0, rows);
  }

  /** A file cut along time: one part for every split that has rows. */
  static List<SeriesPart> cut(Path file, String key, int number, TimeSplit time) {
    List<SeriesPart> parts = new ArrayList<>();
    for (Split split : Split.values()) {
      if (time.has(split)) {
        int to = time.to(split);
        parts.add(new SeriesPart(file, key, split, id(number), time.from(split), to));
      }
    }
    return parts;
  }

  /**
   * Hands out this part in blocks.
   *
   * @param values of the whole file, rows x dimension, row-major
   */
  void emit(double[] values, int dimension, double step, RowSink sink) throws IOException {
    for (int first = from, block = 0; first < to; first += Row.Block.SAMPLES, block++) {
      int end = Math.min(to, first + Row.Block.SAMPLES);
      double[] rows = Arrays.copyOfRange(values, first * dimension, end * dimension);
      sink.accept(new Row.Block(split, series, block, first * step, step, dimension, rows));
    }
  }

  private static String id(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }
}
