package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An idx file of unsigned bytes, plain or gzipped: two zero bytes, type 0x08, the number of
 * dimensions, the big-endian length of each, then the values row-major.
 *
 * @param shape length of every dimension, the number of items first
 */
record IdxFile(Path path, int[] shape) {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int GZIP_MAGIC = 0x1f;

  /** Reads the header. */
  static IdxFile open(Path path) {
    try (DataInputStream stream = stream(path)) {
      return new IdxFile(path, header(path, stream));
    } catch (IOException failure) {
      throw broken(path, failure);
    }
  }

  int items() {
    return shape[0];
  }

  /** Values of one item. */
  int itemSize() {
    return Arrays.stream(shape, 1, shape.length).reduce(1, (a, b) -> a * b);
  }

  /** The values of items {@code from} (included) to {@code to} (excluded). */
  byte[] read(int from, int to) {
    long expected = (long) items() * itemSize();
    byte[] values = new byte[Math.multiplyExact(to - from, itemSize())];
    try (DataInputStream stream = stream(path)) {
      header(path, stream);
      stream.skipNBytes((long) from * itemSize());
      stream.readFully(values);
      return values;
    } catch (EOFException cut) {
      throw new InvalidInputException(
          path
              + ": truncated: its header promises "
              + items()
              + " items of "
              + itemSize()
              + " bytes ("
              + expected
              + " in all), but they end before item "
              + to,
          cut);
    } catch (IOException failure) {
      throw broken(path, failure);
    }
  }

  private static int[] header(Path path, DataInputStream stream) throws IOException {
    int magic = stream.readInt();
    int dimensions = magic & 0xff;
    if (magic >>> 8 != UNSIGNED_BYTE || dimensions < 1 || dimensions > 4) {
      throw new InvalidInputException(
          String.format(
              "%s: no idx file of unsigned bytes: it begins with 0x%08x,"
                  + " allowed are 0x00000801 to 0x00000804",
              path, magic));
    }
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = stream.readInt();
      if (shape[i] < 1) {
        throw new InvalidInputException(
            path + ": dimension " + i + " of its header is " + shape[i] + ", must be at least 1");
      }
    }
    return shape;
  }

  private static DataInputStream stream(Path path) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    raw.mark(1);
    boolean zipped = raw.read() == GZIP_MAGIC;
    raw.reset();
    return new DataInputStream(zipped ? new GZIPInputStream(raw, 1 << 16) : raw);
  }

  private static RuntimeException broken(Path path, IOException failure) {
    if (failure instanceof EOFException || failure instanceof ZipException) {
      return new InvalidInputException(
          path + ": truncated or broken before the end of its header", failure);
    }
    return new UncheckedIOException(path.toString(), failure);
  }
}
