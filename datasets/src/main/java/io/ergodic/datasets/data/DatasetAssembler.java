package io.ergodic.datasets.data;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts a dataset together from the rows of its shards, whatever order the shards come in. A missing
 * or doubled row is refused. Belongs to one thread.
 */
public final class DatasetAssembler {
  private final Manifest manifest;
  private final Map<Split, TreeMap<String, List<Row.Block>>> blocks = new EnumMap<>(Split.class);
  private final Map<Split, List<Row.Image>> images = new EnumMap<>(Split.class);

  public DatasetAssembler(Manifest manifest) {
    this.manifest = manifest;
  }

  public void add(Row row) {
    if (row instanceof Row.Block block) {
      blocks
          .computeIfAbsent(block.split(), split -> new TreeMap<>(IDS))
          .computeIfAbsent(block.series(), id -> new ArrayList<>())
          .add(block);
    } else if (row instanceof Row.Image image) {
      images.computeIfAbsent(image.split(), split -> new ArrayList<>()).add(image);
    }
  }

  /**
   * Ids such as {@code 2} and {@code 10} in the order of their numbers, others by their letters.
   */
  private static final Comparator<String> IDS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /**
   * The dataset, series on the scale the manifest asks for.
   *
   * @throws InvalidInputException when rows are missing or doubled
   */
  public Dataset assemble() {
    return Schema.IMAGES.equals(manifest.schema().kind()) ? assembleImages() : assembleSeries();
  }

  private SeriesDataset assembleSeries() {
    Map<Split, List<Series>> splits = new EnumMap<>(Split.class);
    blocks.forEach(
        (split, bySeries) -> {
          List<Series> series = new ArrayList<>();
          bySeries.forEach((id, parts) -> series.add(join(split, id, parts)));
          long samples = series.stream().mapToLong(Series::length).sum();
          check(split, series.size(), samples);
          splits.put(split, List.copyOf(series));
        });
    checkSplits(splits.keySet().stream().map(Split::label).toList());
    return new SeriesDataset(manifest, splits);
  }

  private Series join(Split split, String id, List<Row.Block> parts) {
    parts.sort(Comparator.comparingInt(Row.Block::block));
    int size = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).block() != i) {
        throw new InvalidInputException(
            manifest.name()
                + ": block "
                + i
                + " of "
                + split.label()
                + " series '"
                + id
                + "' is missing or there twice");
      }
      size += parts.get(i).values().length;
    }
    double[] values = new double[size];
    int offset = 0;
    for (Row.Block part : parts) {
      System.arraycopy(part.values(), 0, values, offset, part.values().length);
      offset += part.values().length;
    }
    if (manifest.schema().standardise()) {
      manifest.scaler().apply(values);
    }
    Row.Block first = parts.get(0);
    return new Series(id, first.start(), first.step(), first.dimension(), values);
  }

  private ImageDataset assembleImages() {
    Map<Split, Images> splits = new EnumMap<>(Split.class);
    Schema schema = manifest.schema();
    images.forEach(
        (split, rows) -> {
          rows.sort(Comparator.comparingLong(Row.Image::index));
          byte[] pixels = new byte[rows.size() * schema.dimension()];
          int[] labels = new int[rows.size()];
          for (int i = 0; i < labels.length; i++) {
            if (i > 0 && rows.get(i).index() == rows.get(i - 1).index()) {
              throw new InvalidInputException(
                  manifest.name() + ": " + split.label() + " image " + i + " is there twice");
            }
            labels[i] = rows.get(i).label();
            System.arraycopy(
                rows.get(i).pixels(), 0, pixels, i * schema.dimension(), schema.dimension());
          }
          check(split, labels.length, labels.length);
          splits.put(
              split,
              new Images(schema.height(), schema.width(), schema.channels(), pixels, labels));
        });
    checkSplits(splits.keySet().stream().map(Split::label).toList());
    return new ImageDataset(manifest, splits);
  }

  private void checkSplits(List<String> found) {
    manifest
        .splits()
        .forEach(
            (split, count) -> {
              if (count.samples() > 0 && !found.contains(split)) {
                throw new InvalidInputException(manifest.name() + ": no " + split + " rows found");
              }
            });
  }

  private void check(Split split, long series, long samples) {
    SplitCount expected = manifest.splits().getOrDefault(split.label(), new SplitCount(0, 0));
    if (expected.series() != series || expected.samples() != samples) {
      throw new InvalidInputException(
          manifest.name()
              + ": "
              + split.label()
              + " has "
              + series
              + " series of "
              + samples
              + " samples in all, the manifest says "
              + expected.series()
              + " of "
              + expected.samples());
    }
  }
}
