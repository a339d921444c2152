package io.ergodic.jobs.data;

import io.ergodic.datasets.assembly.DatasetAssembler;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    if (parts > 1 && manifest.schema().kind().equals(Schema.SERIES)) {
      separate(rows);
    }
    return DatasetAssembler.assemble(counting(manifest, rows), rows.iterator());
  }

  /** Gives the runs of consecutive blocks of a series their own names and numbers. */
  static void separate(List<Row> rows) {
    rows.sort(
        Comparator.comparing((Row row) -> ((Row.Block) row).series())
            .thenComparing(row -> ((Row.Block) row).block()));
    Row.Block before = null;
    String name = "";
    int number = 0;
    for (int k = 0; k < rows.size(); k++) {
      Row.Block block = (Row.Block) rows.get(k);
      boolean goesOn =
          before != null
              && before.series().equals(block.series())
              && before.block() + 1 == block.block();
      name = goesOn ? name : block.series() + "." + Row.Block.id(block.block());
      number = goesOn ? number + 1 : 0;
      before = block;
      rows.set(
          k,
          new Row.Block(
              block.split(),
              name,
              number,
              block.start(),
              block.step(),
              block.dimension(),
              block.values()));
    }
  }

  /** The manifest of a dataset of these rows alone, so that the assembler still counts them. */
  private static Manifest counting(Manifest manifest, List<Row> rows) {
    Set<String> series = new HashSet<>();
    long samples = 0;
    for (Row row : rows) {
      if (row instanceof Row.Block block) {
        series.add(block.series());
        samples += block.values().length / block.dimension();
      } else {
        samples++;
      }
    }
    Map<String, SplitCount> splits =
        Map.of(Split.TRAIN.label(), new SplitCount(series.size(), samples));
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
