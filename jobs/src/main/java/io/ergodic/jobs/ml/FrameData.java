package io.ergodic.jobs.ml;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.source.Row;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the driver has collected of a DataFrame, and what executors are sent, which make the dataset
 * of it.
 */
interface FrameData extends Serializable {
  /** The dataset: the same in every process. */
  Dataset dataset();

  /**
   * A dataset of rows of a kind, scaled by those of the train split.
   *
   * @param hash of all that is in them
   */
  static Dataset dataset(Schema schema, String hash, List<? extends Row> rows) {
    DataKind<Row, Dataset> kind = DataKind.of(schema);
    Moments moments = new Moments(kind.scaled(schema));
    Map<String, SplitCount> counts = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.split() == Split.TRAIN) {
        kind.observe(row, schema, moments);
      }
      SplitCount more = kind.count(row);
      counts.merge(
          row.split().label(),
          more,
          (a, b) -> new SplitCount(a.series() + b.series(), a.samples() + b.samples()));
    }
    Manifest manifest =
        new Manifest(
            Manifest.VERSION,
            "dataframe",
            hash,
            "dataframe",
            1,
            0,
            null,
            schema,
            List.of(),
            counts,
            moments.scaler());
    return Assembler.assemble(manifest, rows.iterator());
  }
}
