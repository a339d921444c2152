package io.ergodic.jobs.ml;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.kind.series.SeriesBlocks;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.source.Row;
import io.ergodic.jobs.data.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Series of a DataFrame. They are put in an order of their own, so that the same series give the
 * same model however the DataFrame is partitioned.
 *
 * @param columns names of the variables
 * @param series each rows x variables, row-major in time
 * @param context rows that a model reads before those it is asked for
 * @param wanted rows it is asked for
 * @param held fraction of the rows of a series, its last ones, that are for validation
 */
record SeriesFrame(
    ArrayList<String> columns, ArrayList<double[]> series, int context, int wanted, double held)
    implements FrameData {
  private static final long serialVersionUID = 1;

  SeriesFrame {
    series.sort(Comparator.comparing((double[] one) -> -one.length).thenComparing(Arrays::compare));
  }

  @Override
  public Dataset dataset() {
    Schema schema = Schema.series(columns, 1, context, true, Map.of());
    ContentHash hash = new ContentHash().add(columns.size()).add(context).add(wanted).add(held);
    List<Row> rows = new ArrayList<>();
    try {
      for (int i = 0; i < series.size(); i++) {
        double[] values = series.get(i);
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        hash.add(values.length).addStream(new ByteArrayInputStream(bytes.array()));
        add(i, values, rows);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return FrameData.dataset(schema, hash.hex(), rows);
  }

  /** Where a part would be too short to be used, all of the series is for training. */
  private void add(int number, double[] values, List<Row> rows) throws IOException {
    int length = values.length / columns.size();
    int last = (int) Math.round(held * length);
    boolean split = last >= wanted && length - last >= context + wanted;
    int border = split ? length - last : length;
    String id = SeriesBlock.id(number);
    int dimension = columns.size();
    SeriesBlocks.emit(Split.TRAIN, id, values, dimension, 1, 0, border, rows::add);
    if (split && held > 0) {
      int from = border - context;
      SeriesBlocks.emit(Split.VALIDATION, id, values, dimension, 1, from, length, rows::add);
    }
  }
}
