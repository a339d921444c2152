package io.ergodic.datasets.kind;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.util.Iterator;

/**
 * Builds a dataset in memory from the rows of its shards, in whatever order the shards arrive. What
 * comes out depends on the rows alone, never on that order. Single use, one thread.
 */
public interface Assembler<R extends Row, D extends Dataset> {
  /**
   * Takes one row; its arrays may be kept until {@link #finish()}.
   *
   * @throws InvalidInputException when the row does not fit the schema or came before
   */
  void add(R row);

  /**
   * The dataset, once all rows have been added.
   *
   * @throws InvalidInputException when the manifest counts more
   */
  D finish();

  /** Builds a dataset from all its rows. */
  static Dataset assemble(Manifest manifest, Iterator<? extends Row> rows) {
    Assembler<Row, Dataset> assembler = DataKind.of(manifest.schema()).assembler(manifest);
    rows.forEachRemaining(assembler::add);
    return assembler.finish();
  }

  /** What to say of shards that are not what their manifest says. */
  static InvalidInputException damaged(Manifest manifest, String problem) {
    return new InvalidInputException(
        "dataset "
            + Manifest.folder(manifest.name(), manifest.hash())
            + " is damaged: "
            + problem
            + "; delete its folder and generate it again");
  }
}
