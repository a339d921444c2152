package io.ergodic.datasets.file.idx;

import io.ergodic.datasets.file.InputFile;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * An idx file of unsigned bytes: magic 0x000008NN with NN axes, their lengths as big-endian 32-bit
 * integers, then the bytes, last axis fastest.
 */
record IdxFile(InputFile file, int[] shape) {
  private static final int UNSIGNED_BYTE = 0x08;

  /** Reads the header; an uncompressed file must also have the length the header says. */
  static IdxFile open(InputFile file, int leastAxes, int mostAxes) throws IOException {
    try (DataInputStream in = new DataInputStream(file.open())) {
      int magic = in.readInt();
      int axes = magic & 0xff;
      if (magic >>> 8 != UNSIGNED_BYTE || axes < leastAxes || axes > mostAxes) {
        throw file.error(
            String.format(
                Locale.ROOT,
                "wrong magic number 0x%08x; an idx file of unsigned bytes with %s axes begins with"
                    + " 0x%08x",
                magic,
                leastAxes == mostAxes ? leastAxes : leastAxes + " to " + mostAxes,
                UNSIGNED_BYTE << 8 | leastAxes));
      }
      int[] shape = new int[axes];
      for (int i = 0; i < axes; i++) {
        shape[i] = in.readInt();
        if (shape[i] <= 0) {
          throw file.error("axis " + i + " has length " + shape[i]);
        }
      }
      IdxFile idx = new IdxFile(file, shape);
      long expected = idx.start() + (long) idx.count() * idx.size();
      if (!file.packed() && file.size() != expected) {
        throw file.error(
            (file.size() < expected ? "truncated" : "too long")
                + ": shape "
                + Arrays.toString(shape)
                + " makes "
                + expected
                + " bytes, found "
                + file.size());
      }
      return idx;
    } catch (EOFException cut) {
      throw file.error("truncated or damaged within the idx header; " + file.size() + " bytes");
    }
  }

  int count() {
    return shape[0];
  }

  /** Bytes of one element of the first axis. */
  int size() {
    long size = 1;
    for (int i = 1; i < shape.length; i++) {
      size *= shape[i];
      if (size > 1 << 28) {
        throw file.error("impossible shape " + Arrays.toString(shape));
      }
    }
    return (int) size;
  }

  private long start() {
    return 4 + 4L * shape.length;
  }

  /** Opens the file before element {@code from} of the first axis. */
  DataInputStream skipTo(int from) throws IOException {
    DataInputStream in = new DataInputStream(file.open());
    try {
      in.skipNBytes(start() + (long) from * size());
      return in;
    } catch (EOFException cut) {
      in.close();
      throw truncated(from);
    }
  }

  /** The next element's bytes; {@code index} is for the message when the file ends too early. */
  byte[] next(DataInputStream in, int index) throws IOException {
    // Grows with what is there: of gzip nobody knows before.
    byte[] element = in.readNBytes(size());
    if (element.length < size()) {
      throw truncated(index);
    }
    return element;
  }

  /** All elements. */
  byte[] all() throws IOException {
    try (DataInputStream in = skipTo(0)) {
      long bytes = (long) count() * size();
      byte[] all = in.readNBytes((int) Math.min(bytes, Integer.MAX_VALUE - 8));
      if (all.length < bytes) {
        throw truncated(all.length / size());
      }
      end(in);
      return all;
    }
  }

  /** Refuses what follows the last element. */
  void end(DataInputStream in) throws IOException {
    if (in.read() >= 0) {
      throw file.error(
          "too long: shape "
              + Arrays.toString(shape)
              + " makes "
              + (start() + (long) count() * size())
              + " bytes uncompressed, and more follow");
    }
  }

  private RuntimeException truncated(int index) {
    return file.error(
        "truncated or damaged at element "
            + index
            + " of "
            + count()
            + "; shape "
            + Arrays.toString(shape)
            + " makes "
            + (start() + (long) count() * size())
            + " bytes uncompressed");
  }
}
