package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A NumPy array file ({@code .npy}, format versions 1 to 3) of plain numbers: floats of 4 and 8
 * bytes, integers of 1 to 8 bytes with and without sign, and truth values, in either byte order and
 * either order of axes.
 */
public final class NpyFile {
  /** Values an array may hold, so that it fits a Java array and the file a buffer's positions. */
  private static final long MOST = 1L << 28;

  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final NpyHeader header;

  private NpyFile(Path file, NpyHeader header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Reads the header and checks it against the size of the file; the values are left where they
   * are.
   *
   * @throws InvalidInputException for a file that is no NumPy array, is of a type that is not read,
   *     or holds more or fewer bytes than its header says; the message names the file
   */
  public static NpyFile open(Path file) throws IOException {
    byte[] start;
    try (InputStream stream = Files.newInputStream(file)) {
      start = stream.readNBytes(NpyHeader.MOST_BYTES);
    }
    NpyHeader header = NpyHeader.parse(start, file);
    long count = header.count();
    String shape = Arrays.toString(header.shape());
    if (count > MOST) {
      throw new InvalidInputException(
          file + ": shape " + shape + " is over " + MOST + " values, the most that is read");
    }
    long expected = header.offset() + count * header.type().bytes();
    long found = Files.size(file);
    if (expected != found) {
      throw new InvalidInputException(
          file
              + ": shape "
              + shape
              + " takes "
              + expected
              + " bytes with the header, found "
              + found
              + (found < expected ? "; the file is cut off" : "; more follows the array"));
    }
    return new NpyFile(file, header);
  }

  public Path file() {
    return file;
  }

  /** Lengths of the axes; empty for a single number. */
  public int[] shape() {
    return header.shape().clone();
  }

  /**
   * All values, the last axis running fastest (whatever the file's order). Integers beyond 2^53 are
   * rounded.
   */
  public double[] values() throws IOException {
    double[] stored = stored();
    return header.fortran() && header.shape().length > 1 ? rowMajor(stored) : stored;
  }

  private double[] stored() throws IOException {
    int bytes = header.type().bytes();
    double[] values = new double[(int) header.count()];
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * bytes).order(header.order());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long position = header.offset();
      for (int done = 0; done < values.length; ) {
        int count = Math.min(CHUNK, values.length - done);
        chunk.clear().limit(count * bytes);
        while (chunk.hasRemaining()) {
          int read = channel.read(chunk, position);
          if (read < 0) {
            throw new InvalidInputException(
                file + ": was cut off at byte " + position + " while it was read");
          }
          position += read;
        }
        for (int i = 0; i < count; i++) {
          values[done + i] = header.type().read(chunk, i);
        }
        done += count;
      }
    }
    return values;
  }

  private double[] rowMajor(double[] stored) {
    int[] shape = header.shape();
    double[] values = new double[stored.length];
    int[] index = new int[shape.length];
    for (double value : stored) {
      int place = 0;
      for (int axis = 0; axis < shape.length; axis++) {
        place = place * shape[axis] + index[axis];
      }
      values[place] = value;
      for (int axis = 0; axis < shape.length && ++index[axis] == shape[axis]; axis++) {
        index[axis] = 0;
      }
    }
    return values;
  }
}
