package io.ergodic.datasets.kind.series;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.SplitCount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins blocks to series, refusing gaps and doubles. */
final class SeriesAssembler implements Assembler<SeriesBlock, SeriesDataset> {
  private final Manifest manifest;
  private final Map<Split, TreeMap<String, TreeMap<Integer, SeriesBlock>>> blocks =
      new EnumMap<>(Split.class);

  SeriesAssembler(Manifest manifest) {
    this.manifest = manifest;
  }

  @Override
  public void add(SeriesBlock block) {
    int dimension = manifest.schema().dimension();
    if (block.dimension() != dimension || block.values().length % dimension != 0) {
      throw Assembler.damaged(
          manifest,
          name(block.split(), block.series(), block.block())
              + " has "
              + block.values().length
              + " values in rows of "
              + block.dimension()
              + ", the schema says rows of "
              + dimension);
    }
    SeriesBlock other =
        blocks
            .computeIfAbsent(block.split(), split -> new TreeMap<>())
            .computeIfAbsent(block.series(), id -> new TreeMap<>())
            .putIfAbsent(block.block(), block);
    if (other != null) {
      throw Assembler.damaged(
          manifest, name(block.split(), block.series(), block.block()) + " is there twice");
    }
  }

  @Override
  public SeriesDataset finish() {
    Map<Split, List<Series>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      TreeMap<String, TreeMap<Integer, SeriesBlock>> parts =
          blocks.getOrDefault(split, new TreeMap<>());
      List<Series> series = new ArrayList<>();
      long samples = 0;
      // Blocks are dropped as soon as they are joined: never more than one series in two copies.
      for (Iterator<Map.Entry<String, TreeMap<Integer, SeriesBlock>>> next =
              parts.entrySet().iterator();
          next.hasNext(); ) {
        Map.Entry<String, TreeMap<Integer, SeriesBlock>> part = next.next();
        next.remove();
        Series joined = join(split, part.getKey(), part.getValue());
        samples += joined.length();
        series.add(joined);
      }
      SplitCount expected = split.count(manifest);
      if (expected.series() != series.size() || expected.samples() != samples) {
        throw Assembler.damaged(
            manifest,
            "the "
                + split.label()
                + " split has "
                + series.size()
                + " series with "
                + samples
                + " rows, the manifest says "
                + expected.series()
                + " with "
                + expected.samples());
      }
      if (!series.isEmpty()) {
        splits.put(split, List.copyOf(series));
      }
    }
    return new SeriesDataset(manifest, splits);
  }

  private Series join(Split split, String id, TreeMap<Integer, SeriesBlock> parts) {
    int total = 0;
    int expected = 0;
    for (SeriesBlock block : parts.values()) {
      if (block.block() != expected) {
        throw Assembler.damaged(manifest, name(split, id, expected) + " is missing");
      }
      expected++;
      total = Math.addExact(total, block.values().length);
    }
    double[] values = new double[total];
    int at = 0;
    for (SeriesBlock block : parts.values()) {
      System.arraycopy(block.values(), 0, values, at, block.values().length);
      at += block.values().length;
    }
    if (manifest.schema().standardise()) {
      manifest.scaler().apply(values);
    }
    SeriesBlock first = parts.firstEntry().getValue();
    return new Series(id, first.start(), first.step(), first.dimension(), values);
  }

  private static String name(Split split, String series, int block) {
    return "block " + block + " of " + split.label() + " series " + series;
  }
}
