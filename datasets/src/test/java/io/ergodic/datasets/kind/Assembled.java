package io.ergodic.datasets.kind;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.source.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of a source as a dataset in memory, for tests. */
public final class Assembled {
  private Assembled() {}

  public static Dataset of(Produced produced) {
    Manifest manifest = manifest(produced.plan().schema(), produced.rows());
    return Assembler.assemble(manifest, produced.rows().iterator());
  }

  /** The manifest that a job would write for these rows. */
  public static Manifest manifest(Schema schema, List<Row> rows) {
    DataKind<Row, Dataset> kind = DataKind.of(schema);
    Moments moments = new Moments(kind.scaled(schema));
    Map<String, SplitCount> splits = new TreeMap<>();
    for (Row row : rows) {
      splits.merge(
          row.split().label(),
          kind.count(row),
          (a, b) -> new SplitCount(a.series() + b.series(), a.samples() + b.samples()));
      if (row.split() == Split.TRAIN) {
        kind.observe(row, schema, moments);
      }
    }
    return new Manifest(
        Manifest.VERSION,
        "d",
        "0123456789abcdef",
        "test",
        1,
        0,
        JsonNodeFactory.instance.objectNode(),
        schema,
        List.of(),
        splits,
        moments.scaler());
  }
}
