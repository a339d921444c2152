package io.ergodic.datasets.kind.images;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kind {@code images}: each channel is scaled on its own, as values from 0 to 1. */
@AutoService(DataKind.class)
@SuppressWarnings("rawtypes") // a service is named without its parameters
public final class ImagesKind implements DataKind<LabelledImage, ImageDataset> {
  /** Values of an outline at most. */
  private static final long OUTLINED = 1 << 22;

  @Override
  public String name() {
    return Schema.IMAGES;
  }

  @Override
  public String rowName() {
    return "image";
  }

  @Override
  public List<Column<LabelledImage>> columns(Schema schema) {
    return List.of(
        Column.text("split", row -> row.split().label()),
        Column.whole("index", LabelledImage::index),
        Column.integer("label", LabelledImage::label),
        Column.bytes("pixels", LabelledImage::pixels));
  }

  @Override
  public LabelledImage row(Cells cells, Schema schema) {
    return new LabelledImage(
        Split.of(cells.text(0)), cells.whole(1), cells.integer(2), cells.bytes(3));
  }

  @Override
  public SplitCount count(LabelledImage row) {
    return new SplitCount(1, 1);
  }

  @Override
  public int scaled(Schema schema) {
    return schema.channels();
  }

  @Override
  public void observe(LabelledImage row, Schema schema, Moments moments) {
    for (int i = 0; i < row.pixels().length; i += schema.channels()) {
      moments.add(row.pixels(), i, 1 / 255.0);
    }
  }

  @Override
  public Assembler<LabelledImage, ImageDataset> assembler(Manifest manifest) {
    return new ImageAssembler(manifest);
  }

  @Override
  public long bytes(ImageDataset dataset, Split split) {
    Images images = dataset.images(split);
    return images.pixels().length + (long) Integer.BYTES * images.count();
  }

  @Override
  public void spill(ImageDataset dataset, Split split, DataOutputStream out) throws IOException {
    Images images = dataset.images(split);
    LocalArrays.write(images.labels(), out);
    out.write(images.pixels());
  }

  @Override
  public ImageDataset restore(Manifest manifest, Split split, DataInputStream in)
      throws IOException {
    Schema schema = manifest.schema();
    int[] labels = LocalArrays.integers(in);
    byte[] pixels = new byte[Math.multiplyExact(labels.length, schema.dimension())];
    in.readFully(pixels);
    return new ImageDataset(
        manifest,
        Map.of(
            split, new Images(schema.height(), schema.width(), schema.channels(), pixels, labels)));
  }

  @Override
  public Optional<ImageDataset> outline(Manifest manifest) {
    Schema schema = manifest.schema();
    int height = schema.height();
    int width = schema.width();
    int channels = schema.channels();
    int size = height * width * channels;
    Map<Split, Images> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      int count = (int) Math.min(split.count(manifest).samples(), OUTLINED / size);
      if (count > 0) {
        byte[] pixels = new byte[count * size];
        splits.put(split, new Images(height, width, channels, pixels, new int[count]));
      }
    }
    return Optional.of(new ImageDataset(manifest, splits));
  }
}
