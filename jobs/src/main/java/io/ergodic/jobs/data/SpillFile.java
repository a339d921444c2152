package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The training split of a dataset as plain arrays in a local file: decoded, scaled and ready to be
 * trained on, for the time it is not in memory. Of this process alone; no format to keep.
 */
public final class SpillFile {
  private static final int BUFFER = 1 << 16;

  private final Path file;

  public SpillFile(Path file) {
    this.file = file;
  }

  /** Whether the dataset lies here. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Bytes of the training split in memory. */
  public static long bytes(Dataset dataset) {
    if (dataset instanceof ImageDataset images) {
      Images train = images.images(Split.TRAIN);
      return train.pixels().length + (long) Integer.BYTES * train.labels().length;
    }
    return ((SeriesDataset) dataset)
        .series(Split.TRAIN).stream().mapToLong(s -> (long) Double.BYTES * s.values().length).sum();
  }

  /** Writes the training split, under another name until it is whole. */
  public void write(Dataset dataset) throws IOException {
    Path hidden = Files.createTempFile(Files.createDirectories(file.getParent()), "spill", null);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(hidden), BUFFER))) {
      if (dataset instanceof ImageDataset images) {
        write(images.images(Split.TRAIN), out);
      } else {
        List<Series> all = ((SeriesDataset) dataset).series(Split.TRAIN);
        out.writeInt(all.size());
        for (Series series : all) {
          write(series, out);
        }
      }
    }
    Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Reads it back under the manifest it had. */
  public Dataset read(Manifest manifest, boolean isImages) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      if (isImages) {
        return new ImageDataset(manifest, Map.of(Split.TRAIN, images(in)));
      }
      List<Series> series = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        series.add(series(in));
      }
      return new SeriesDataset(manifest, Map.of(Split.TRAIN, List.copyOf(series)));
    }
  }

  private static void write(Images images, DataOutputStream out) throws IOException {
    out.writeInt(images.height());
    out.writeInt(images.width());
    out.writeInt(images.channels());
    out.writeInt(images.count());
    for (int label : images.labels()) {
      out.writeInt(label);
    }
    out.write(images.pixels());
  }

  private static Images images(DataInputStream in) throws IOException {
    int height = in.readInt();
    int width = in.readInt();
    int channels = in.readInt();
    int[] labels = new int[in.readInt()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = in.readInt();
    }
    byte[] pixels = new byte[labels.length * height * width * channels];
    in.readFully(pixels);
    return new Images(height, width, channels, pixels, labels);
  }

  private static void write(Series series, DataOutputStream out) throws IOException {
    out.writeUTF(series.id());
    out.writeDouble(series.start());
    out.writeDouble(series.step());
    out.writeInt(series.dimension());
    double[] values = series.values();
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int from = 0; from < values.length; from += BUFFER / Double.BYTES) {
      int count = Math.min(BUFFER / Double.BYTES, values.length - from);
      buffer.asDoubleBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Double.BYTES);
    }
  }

  private static Series series(DataInputStream in) throws IOException {
    String id = in.readUTF();
    double start = in.readDouble();
    double step = in.readDouble();
    int dimension = in.readInt();
    double[] values = new double[in.readInt()];
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int from = 0; from < values.length; from += BUFFER / Double.BYTES) {
      int count = Math.min(BUFFER / Double.BYTES, values.length - from);
      in.readFully(buffer.array(), 0, count * Double.BYTES);
      buffer.asDoubleBuffer().get(values, from, count);
    }
    return new Series(id, start, step, dimension, values);
  }
}
