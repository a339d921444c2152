package io.ergodic.datasets.kind.functions;

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

/** The kind {@code functions}: each channel of inputs and outputs is scaled on its own. */
@AutoService(DataKind.class)
@SuppressWarnings("rawtypes") // a service is named without its parameters
public final class FunctionsKind implements DataKind<FunctionPair, FunctionDataset> {
  @Override
  public String name() {
    return FunctionGrid.KIND;
  }

  @Override
  public String rowName() {
    return "function_pair";
  }

  @Override
  public List<Column<FunctionPair>> columns(Schema schema) {
    FunctionGrid grid = FunctionGrid.of(schema);
    return List.of(
        Column.text("split", row -> row.split().label()),
        Column.whole("index", FunctionPair::index),
        Column.floats("input", grid.inputSize(), FunctionPair::input),
        Column.floats("output", grid.outputSize(), FunctionPair::output));
  }

  @Override
  public FunctionPair row(Cells cells, Schema schema) {
    return new FunctionPair(
        Split.of(cells.text(0)), cells.whole(1), cells.floats(2), cells.floats(3));
  }

  @Override
  public SplitCount count(FunctionPair row) {
    return new SplitCount(1, 1);
  }

  @Override
  public int scaled(Schema schema) {
    FunctionGrid grid = FunctionGrid.of(schema);
    return grid.inputChannels() + grid.outputChannels();
  }

  /** One row of statistics for each point that inputs and outputs both have. */
  @Override
  public void observe(FunctionPair row, Schema schema, Moments moments) {
    FunctionGrid grid = FunctionGrid.of(schema);
    int in = grid.inputChannels();
    int out = grid.outputChannels();
    double[] values = new double[in + out];
    for (int k = 0; k < Math.min(grid.inputPoints(), grid.outputPoints()); k++) {
      for (int c = 0; c < in; c++) {
        values[c] = row.input()[k * in + c];
      }
      for (int c = 0; c < out; c++) {
        values[in + c] = row.output()[k * out + c];
      }
      moments.add(values, 0);
    }
  }

  @Override
  public Assembler<FunctionPair, FunctionDataset> assembler(Manifest manifest) {
    FunctionGrid grid = FunctionGrid.of(manifest.schema());
    return new IndexedAssembler<>(
        manifest,
        "function",
        row -> fault(row, grid),
        splits -> new FunctionDataset(manifest, splits));
  }

  private static String fault(FunctionPair row, FunctionGrid grid) {
    if (row.input().length == grid.inputSize() && row.output().length == grid.outputSize()) {
      return null;
    }
    return row.input().length
        + " and "
        + row.output().length
        + " values, the schema says "
        + grid.inputSize()
        + " and "
        + grid.outputSize();
  }

  @Override
  public long bytes(FunctionDataset dataset, Split split) {
    return dataset.pairs(split).stream()
        .mapToLong(row -> (long) Float.BYTES * (row.input().length + row.output().length))
        .sum();
  }

  @Override
  public void spill(FunctionDataset dataset, Split split, DataOutputStream out) throws IOException {
    out.writeInt(dataset.pairs(split).size());
    for (FunctionPair pair : dataset.pairs(split)) {
      out.writeLong(pair.index());
      LocalArrays.write(pair.input(), out);
      LocalArrays.write(pair.output(), out);
    }
  }

  @Override
  public FunctionDataset restore(Manifest manifest, Split split, DataInputStream in)
      throws IOException {
    List<FunctionPair> pairs = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long index = in.readLong();
      float[] input = LocalArrays.floats(in);
      pairs.add(new FunctionPair(split, index, input, LocalArrays.floats(in)));
    }
    return new FunctionDataset(manifest, Map.of(split, pairs));
  }
}
