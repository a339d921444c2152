package io.ergodic.datasets.file.npy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code .npy} files of format version 1 (NumPy enhancement proposal 1). */
public final class NpyFile {
  private static final int ALIGNMENT = 64;
  private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private NpyFile() {}

  /**
   * Writes a matrix in double precision, little-endian.
   *
   * @param values rows x columns, row-major
   */
  public static void write(Path file, double[] values, int rows, int columns) throws IOException {
    String facts =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    int length = facts.length() + 1;
    int padding = Math.floorMod(-(START.length + 2 + length), ALIGNMENT);
    byte[] header = (facts + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer size = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
    size.putShort(0, (short) header.length);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(START);
      out.write(size.array());
      out.write(header);
      ByteBuffer value = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < rows * columns; i++) {
        value.putDouble(0, values[i]);
        out.write(value.array());
      }
    }
  }
}
