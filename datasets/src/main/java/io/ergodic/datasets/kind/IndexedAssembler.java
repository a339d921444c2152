package io.ergodic.datasets.kind;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.SplitCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sorts examples by their numbers, refusing doubles and wrong counts. */
public final class IndexedAssembler<R extends IndexedRow, D extends Dataset>
    implements Assembler<R, D> {
  private final Manifest manifest;
  private final String example;
  private final Function<R, String> fault;
  private final Function<Map<Split, List<R>>, D> dataset;
  private final Map<Split, List<R>> splits = new EnumMap<>(Split.class);

  /**
   * @param example what a row is called in messages
   * @param fault what is wrong with a row by the schema; null for nothing
   * @param dataset makes a dataset of the rows of each split, sorted; splits without rows are not
   *     there
   */
  public IndexedAssembler(
      Manifest manifest,
      String example,
      Function<R, String> fault,
      Function<Map<Split, List<R>>, D> dataset) {
    this.manifest = manifest;
    this.example = example;
    this.fault = fault;
    this.dataset = dataset;
  }

  @Override
  public void add(R row) {
    String wrong = fault.apply(row);
    if (wrong != null) {
      throw Assembler.damaged(
          manifest,
          example + " " + row.index() + " of the " + row.split().label() + " split has " + wrong);
    }
    List<R> rows = splits.computeIfAbsent(row.split(), split -> new ArrayList<>());
    if (rows.size() == row.split().count(manifest).series()) {
      throw Assembler.damaged(
          manifest,
          "the "
              + row.split().label()
              + " split has more than the "
              + rows.size()
              + " rows that the manifest says");
    }
    rows.add(row);
  }

  @Override
  public D finish() {
    for (Split split : Split.values()) {
      List<R> rows = splits.getOrDefault(split, new ArrayList<>());
      SplitCount expected = split.count(manifest);
      if (rows.size() != expected.series()) {
        throw Assembler.damaged(
            manifest,
            "the "
                + split.label()
                + " split has "
                + rows.size()
                + " rows, the manifest says "
                + expected.series());
      }
      rows.sort(Comparator.comparingLong(IndexedRow::index));
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).index() == rows.get(i - 1).index()) {
          throw Assembler.damaged(
              manifest,
              example
                  + " "
                  + rows.get(i).index()
                  + " of the "
                  + split.label()
                  + " split is there twice");
        }
      }
    }
    return dataset.apply(splits);
  }
}
