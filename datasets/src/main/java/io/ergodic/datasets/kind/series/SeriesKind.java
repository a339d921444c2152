package io.ergodic.datasets.kind.series;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.Cells;
import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.kind.LocalArrays;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kind {@code series}: each variable is scaled on its own. */
@AutoService(DataKind.class)
@SuppressWarnings("rawtypes") // a service is named without its parameters
public final class SeriesKind implements DataKind<SeriesBlock, SeriesDataset> {
  /** Values of an outline at most. */
  private static final long OUTLINED = 1 << 22;

  @Override
  public String name() {
    return Schema.SERIES;
  }

  @Override
  public String rowName() {
    return "series_block";
  }

  @Override
  public List<Column<SeriesBlock>> columns(Schema schema) {
    List<Column<SeriesBlock>> columns = new ArrayList<>();
    columns.add(Column.text("split", row -> row.split().label()));
    columns.add(Column.text("series", SeriesBlock::series));
    columns.add(Column.integer("block", SeriesBlock::block));
    columns.add(Column.number("start", SeriesBlock::start));
    columns.add(Column.number("step", SeriesBlock::step));
    columns.add(Column.integer("dimension", SeriesBlock::dimension));
    columns.add(
        Column.doubles(
            "values", (long) SeriesBlock.SAMPLES * schema.dimension(), SeriesBlock::values));
    if (!schema.parameters().isEmpty()) {
      columns.add(
          Column.<SeriesBlock>doubles(
                  "parameters", schema.parameters().size(), SeriesBlock::parameters)
              .repeating());
    }
    return columns;
  }

  @Override
  public SeriesBlock row(Cells cells, Schema schema) {
    return new SeriesBlock(
        Split.of(cells.text(0)),
        cells.text(1),
        cells.integer(2),
        cells.number(3),
        cells.number(4),
        cells.integer(5),
        cells.doubles(6),
        schema.parameters().isEmpty() ? new double[0] : cells.doubles(7));
  }

  @Override
  public SplitCount count(SeriesBlock row) {
    return new SplitCount(row.block() == 0 ? 1 : 0, row.samples());
  }

  @Override
  public int scaled(Schema schema) {
    return schema.dimension();
  }

  @Override
  public void observe(SeriesBlock row, Schema schema, Moments moments) {
    for (int i = 0; i < row.samples(); i++) {
      moments.add(row.values(), i * row.dimension());
    }
  }

  @Override
  public Assembler<SeriesBlock, SeriesDataset> assembler(Manifest manifest) {
    return new SeriesAssembler(manifest);
  }

  /** Gives the runs of consecutive blocks of a series their own names and numbers. */
  @Override
  public List<SeriesBlock> standAlone(List<SeriesBlock> rows) {
    rows.sort(Comparator.comparing(SeriesBlock::series).thenComparing(SeriesBlock::block));
    SeriesBlock before = null;
    String name = "";
    int number = 0;
    for (int k = 0; k < rows.size(); k++) {
      SeriesBlock block = rows.get(k);
      boolean goesOn =
          before != null
              && before.series().equals(block.series())
              && before.block() + 1 == block.block();
      name = goesOn ? name : block.series() + "." + SeriesBlock.id(block.block());
      number = goesOn ? number + 1 : 0;
      before = block;
      rows.set(
          k,
          new SeriesBlock(
              block.split(),
              name,
              number,
              block.start(),
              block.step(),
              block.dimension(),
              block.values()));
    }
    return rows;
  }

  @Override
  public long bytes(SeriesDataset dataset, Split split) {
    return dataset.series(split).stream()
        .mapToLong(series -> (long) Double.BYTES * series.values().length)
        .sum();
  }

  @Override
  public void spill(SeriesDataset dataset, Split split, DataOutputStream out) throws IOException {
    List<Series> all = dataset.series(split);
    out.writeInt(all.size());
    for (Series series : all) {
      out.writeUTF(series.id());
      out.writeDouble(series.start());
      out.writeDouble(series.step());
      out.writeInt(series.dimension());
      LocalArrays.write(series.values(), out);
    }
  }

  @Override
  public SeriesDataset restore(Manifest manifest, Split split, DataInputStream in)
      throws IOException {
    List<Series> all = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String id = in.readUTF();
      double start = in.readDouble();
      double step = in.readDouble();
      int dimension = in.readInt();
      all.add(new Series(id, start, step, dimension, LocalArrays.doubles(in)));
    }
    return new SeriesDataset(manifest, Map.of(split, List.copyOf(all)));
  }

  /** Series of a split are taken to be of their mean length. */
  @Override
  public Optional<SeriesDataset> outline(Manifest manifest) {
    Schema schema = manifest.schema();
    int dimension = schema.dimension();
    Map<Split, List<Series>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      SplitCount count = split.count(manifest);
      if (count.series() > 0) {
        long rows = Math.min(count.samples() / count.series(), OUTLINED / dimension);
        double[] zeros = new double[Math.toIntExact(rows * dimension)];
        Series one = new Series("", 0, schema.step(), dimension, zeros);
        int many = (int) Math.min(count.series(), OUTLINED);
        splits.put(split, Collections.nCopies(many, one));
      }
    }
    return Optional.of(new SeriesDataset(manifest, splits));
  }
}
