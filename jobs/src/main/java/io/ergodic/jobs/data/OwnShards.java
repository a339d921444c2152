package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The training rows of every W-th shard: what one of W workers reads. Shards are dealt out by their
 * place in the manifest alone. A series that goes on in another worker's shard ends here, and what
 * follows a gap is a series of its own, so no window reaches over the edge of a shard that the
 * worker does not have.
 */
public final class OwnShards {
  private final Configuration configuration;

  public OwnShards(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Reads the shards of one worker, and no others.
   *
   * @throws InvalidInputException when there is not a row to train on in them
   */
  public Dataset read(Path folder, int part, int parts) throws IOException {
    Manifest manifest = new DatasetReader(configuration).manifest(folder);
    List<Shard> own = new ArrayList<>();
    for (int k = part; k < manifest.shards().size(); k += parts) {
      own.add(manifest.shards().get(k));
    }
    List<Row> rows = new ArrayList<>();
    try (ShardRows all =
        new ShardRows(folder, own, ShardSchema.of(manifest.schema()), configuration)) {
      all.forEachRemaining(
          row -> {
            if (row.split() == Split.TRAIN) {
              rows.add(row);
            }
          });
    }
    if (rows.isEmpty()) {
      throw new InvalidInputException(
          folder
              + ": worker "
              + part
              + " of "
              + parts
              + " has nothing to train on in its "
              + own.size()
              + " of "
              + manifest.shards().size()
              + " shards; averaging.data = own needs fewer workers or a dataset of more shards");
    }
    DataKind<Row, Dataset> kind = DataKind.of(manifest.schema());
    List<Row> alone = parts > 1 ? kind.standAlone(rows) : rows;
    return Assembler.assemble(counting(manifest, kind, alone), alone.iterator());
  }

  /** The manifest of a dataset of these rows alone, so that the assembler still counts them. */
  private static Manifest counting(Manifest manifest, DataKind<Row, Dataset> kind, List<Row> rows) {
    long series = 0;
    long samples = 0;
    for (Row row : rows) {
      SplitCount count = kind.count(row);
      series += count.series();
      samples += count.samples();
    }
    Map<String, SplitCount> splits = Map.of(Split.TRAIN.label(), new SplitCount(series, samples));
    return new Manifest(
        manifest.version(),
        manifest.name(),
        manifest.hash(),
        manifest.source(),
        manifest.revision(),
        manifest.seed(),
        manifest.settings(),
        manifest.schema(),
        manifest.shards(),
        splits,
        manifest.scaler());
  }
}
