package io.ergodic.datasets.assembly;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.source.Row;
import java.util.Iterator;

/**
 * Builds a dataset in memory from the rows of its shards, in whatever order the shards arrive. What
 * comes out depends on the rows alone, never on that order. Single use, one thread.
 */
public final class DatasetAssembler {
  private final Manifest manifest;
  private final SeriesAssembler series;
  private final ImageAssembler images;

  public DatasetAssembler(Manifest manifest) {
    this.manifest = manifest;
    boolean isSeries = Schema.SERIES.equals(manifest.schema().kind());
    this.series = isSeries ? new SeriesAssembler(manifest) : null;
    this.images = isSeries ? null : new ImageAssembler(manifest);
  }

  /** Builds a dataset from all its rows. */
  public static Dataset assemble(Manifest manifest, Iterator<? extends Row> rows) {
    DatasetAssembler assembler = new DatasetAssembler(manifest);
    rows.forEachRemaining(assembler::add);
    return assembler.finish();
  }

  /**
   * Takes one row. A block's array is kept until {@link #finish()}; an image's is copied at once.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException when the row does not fit the schema
   *     or came before
   */
  public void add(Row row) {
    if (row instanceof Row.Block block && series != null) {
      series.add(block);
    } else if (row instanceof Row.Image image && images != null) {
      images.add(image);
    } else {
      throw SeriesAssembler.damaged(
          manifest, "a row of " + row.getClass().getSimpleName() + " in a dataset of other kind");
    }
  }

  /**
   * The dataset, once all rows have been added.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException when the manifest counts more
   */
  public Dataset finish() {
    return series != null ? series.finish() : images.finish();
  }
}
