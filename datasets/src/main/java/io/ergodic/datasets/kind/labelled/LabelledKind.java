package io.ergodic.datasets.kind.labelled;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.Cells;
import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.kind.IndexedAssembler;
import io.ergodic.datasets.kind.LocalArrays;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kind {@code labelled-series}: each variable is scaled on its own. */
@AutoService(DataKind.class)
@SuppressWarnings("rawtypes") // a service is named without its parameters
public final class LabelledKind implements DataKind<LabelledRow, LabelledSeries> {
  @Override
  public String name() {
    return LabelledSeries.KIND;
  }

  @Override
  public String rowName() {
    return "labelled_series";
  }

  @Override
  public List<Column<LabelledRow>> columns(Schema schema) {
    return List.of(
        Column.text("split", row -> row.split().label()),
        Column.whole("index", LabelledRow::index),
        Column.integer("label", LabelledRow::label),
        Column.floats(
            "values",
            (long) schema.size(LabelledSeries.LENGTH) * schema.dimension(),
            LabelledRow::values));
  }

  @Override
  public LabelledRow row(Cells cells, Schema schema) {
    return new LabelledRow(
        Split.of(cells.text(0)), cells.whole(1), cells.integer(2), cells.floats(3));
  }

  @Override
  public SplitCount count(LabelledRow row) {
    return new SplitCount(1, 1);
  }

  @Override
  public int scaled(Schema schema) {
    return schema.dimension();
  }

  @Override
  public void observe(LabelledRow row, Schema schema, Moments moments) {
    double[] values = new double[schema.dimension()];
    for (int from = 0; from < row.values().length; from += values.length) {
      for (int variable = 0; variable < values.length; variable++) {
        values[variable] = row.values()[from + variable];
      }
      moments.add(values, 0);
    }
  }

  @Override
  public Assembler<LabelledRow, LabelledSeries> assembler(Manifest manifest) {
    Schema schema = manifest.schema();
    return new IndexedAssembler<>(
        manifest,
        "series",
        row -> fault(row, schema),
        splits -> new LabelledSeries(manifest, splits));
  }

  private static String fault(LabelledRow row, Schema schema) {
    if (row.label() < 0 || row.label() >= schema.classes().size()) {
      return "label " + row.label() + " of " + schema.classes().size() + " classes";
    }
    int most = schema.size(LabelledSeries.LENGTH) * schema.dimension();
    int values = row.values().length;
    boolean fits = values > 0 && values <= most && values % schema.dimension() == 0;
    return fits ? null : values + " values, the schema says rows of " + schema.dimension();
  }

  @Override
  public long bytes(LabelledSeries dataset, Split split) {
    return dataset.series(split).stream()
        .mapToLong(row -> (long) Float.BYTES * row.values().length)
        .sum();
  }

  @Override
  public void spill(LabelledSeries dataset, Split split, DataOutputStream out) throws IOException {
    List<LabelledRow> all = dataset.series(split);
    out.writeInt(all.size());
    for (LabelledRow row : all) {
      out.writeLong(row.index());
      out.writeInt(row.label());
      LocalArrays.write(row.values(), out);
    }
  }

  @Override
  public LabelledSeries restore(Manifest manifest, Split split, DataInputStream in)
      throws IOException {
    List<LabelledRow> all = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long index = in.readLong();
      int label = in.readInt();
      all.add(new LabelledRow(split, index, label, LocalArrays.floats(in)));
    }
    return new LabelledSeries(manifest, Map.of(split, all));
  }
}
