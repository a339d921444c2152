package io.ergodic.datasets.kind.images;

import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.source.HeapRoom;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Collects the images of each split, sorted by their index, in one array of pixels. */
final class ImageAssembler implements Assembler<LabelledImage, ImageDataset> {
  private final Manifest manifest;
  private final Map<Split, Part> parts = new EnumMap<>(Split.class);

  ImageAssembler(Manifest manifest) {
    this.manifest = manifest;
  }

  @Override
  public void add(LabelledImage image) {
    Schema schema = manifest.schema();
    String name = "image " + image.index() + " of the " + image.split().label() + " split";
    if (image.pixels().length != schema.dimension()) {
      throw Assembler.damaged(
          manifest,
          name + " has " + image.pixels().length + " bytes, the schema says " + schema.dimension());
    }
    if (image.label() < 0 || image.label() >= schema.classes().size()) {
      throw Assembler.damaged(
          manifest,
          name + " has label " + image.label() + " of " + schema.classes().size() + " classes");
    }
    Part part = parts.computeIfAbsent(image.split(), this::part);
    if (part.filled == part.labels.length) {
      throw Assembler.damaged(
          manifest, name + " is one more than the " + part.filled + " the manifest counts");
    }
    part.add(image);
  }

  private Part part(Split split) {
    long count = split.count(manifest).samples();
    int size = manifest.schema().dimension();
    if (count > (Integer.MAX_VALUE - 8) / size) {
      throw Assembler.damaged(
          manifest, count + " images of " + size + " bytes in one split, more than can be held");
    }
    HeapRoom.need(
        "dataset " + manifest.name(),
        "the " + count + " images of its " + split.label() + " split take",
        (double) count * size,
        "make it with a limit");
    return new Part((int) count, size);
  }

  @Override
  public ImageDataset finish() {
    Map<Split, Images> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      Part part = parts.computeIfAbsent(split, this::part);
      if (part.filled != part.labels.length) {
        throw Assembler.damaged(
            manifest,
            "the "
                + split.label()
                + " split has "
                + part.filled
                + " images, the manifest says "
                + part.labels.length);
      }
      if (part.filled > 0) {
        part.sort();
        for (int i = 1; i < part.filled; i++) {
          if (part.index[i] == part.index[i - 1]) {
            throw Assembler.damaged(
                manifest,
                "image " + part.index[i] + " of the " + split.label() + " split is there twice");
          }
        }
        Schema schema = manifest.schema();
        splits.put(
            split,
            new Images(
                schema.height(), schema.width(), schema.channels(), part.pixels, part.labels));
      }
    }
    return new ImageDataset(manifest, splits);
  }

  private static final class Part {
    private final int size;
    private long[] index;
    private int[] labels;
    private byte[] pixels;
    private int filled;

    Part(int count, int size) {
      this.size = size;
      this.index = new long[count];
      this.labels = new int[count];
      this.pixels = new byte[Math.multiplyExact(count, size)];
    }

    void add(LabelledImage image) {
      index[filled] = image.index();
      labels[filled] = image.label();
      System.arraycopy(image.pixels(), 0, pixels, filled * size, size);
      filled++;
    }

    /** Sorts by index; copies nothing in the usual case that shards were read in order. */
    void sort() {
      if (IntStream.range(1, filled).allMatch(i -> index[i - 1] <= index[i])) {
        return;
      }
      int[] order =
          IntStream.range(0, filled)
              .boxed()
              .sorted((a, b) -> Long.compare(index[a], index[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      long[] sortedIndex = new long[filled];
      int[] sortedLabels = new int[filled];
      byte[] sortedPixels = new byte[pixels.length];
      for (int i = 0; i < filled; i++) {
        sortedIndex[i] = index[order[i]];
        sortedLabels[i] = labels[order[i]];
        System.arraycopy(pixels, order[i] * size, sortedPixels, i * size, size);
      }
      index = sortedIndex;
      labels = sortedLabels;
      pixels = sortedPixels;
    }
  }
}
