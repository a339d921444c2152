package io.ergodic.datasets.kind;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.source.Row;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What data is: the columns of its rows on disk, what is counted and scaled of them, how rows
 * become a dataset in memory, and how its training split is put on the local disk for a while. Has
 * the name that {@link Schema#kind} gives. Found through ServiceLoader.
 *
 * @param <R> its rows
 * @param <D> its datasets in memory
 */
public interface DataKind<R extends Row, D extends Dataset> extends Named {
  /** What a row is called in the files. */
  String rowName();

  /** The columns of a row, in the order {@link #row} asks for them. */
  List<Column<R>> columns(Schema schema);

  /** A row from its cells. */
  R row(Cells cells, Schema schema);

  /** What a row adds to the count of its split: series begun, and samples. */
  SplitCount count(R row);

  /** Entries of the scaler: one for each column of values that are scaled alike. */
  int scaled(Schema schema);

  /** Adds a row of the training split to the statistics the scaler is made of. */
  void observe(R row, Schema schema, Moments moments);

  /** Puts rows together, in whatever order they come. */
  Assembler<R, D> assembler(Manifest manifest);

  /**
   * Makes rows from some of the shards of a dataset stand on their own; may change the list.
   * Whatever follows a gap must not look as if it followed what was before it.
   */
  default List<R> standAlone(List<R> rows) {
    return rows;
  }

  /** Bytes of a split in memory, without what is derived from them and can be had again. */
  long bytes(D dataset, Split split);

  /** Writes a split as {@link #restore} reads it: decoded and scaled, for this process alone. */
  void spill(D dataset, Split split, DataOutputStream out) throws IOException;

  /** A dataset with this split alone. */
  D restore(Manifest manifest, Split split, DataInputStream in) throws IOException;

  /**
   * A dataset of the form that a manifest tells, with nothing but zeros in it: enough to see
   * whether look-backs and sequences fit, without reading a shard. It is never larger than the
   * dataset, and of some million values at most: what fits here, fits there. Empty where a kind has
   * none, and data have to be read.
   */
  default Optional<D> outline(Manifest manifest) {
    return Optional.empty();
  }

  @SuppressWarnings("unchecked")
  static Registry<DataKind<?, ?>> registry() {
    return Registry.load((Class<DataKind<?, ?>>) (Class<?>) DataKind.class, "kind of data");
  }

  /**
   * The kind of a schema. Its rows are those that sources of this kind produce, so that nobody has
   * to name their type.
   */
  @SuppressWarnings("unchecked")
  static DataKind<Row, Dataset> of(Schema schema) {
    return (DataKind<Row, Dataset>) registry().get(schema.kind(), "schema.kind");
  }
}
