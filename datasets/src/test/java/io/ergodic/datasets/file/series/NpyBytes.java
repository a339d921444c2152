package io.ergodic.datasets.file.series;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes NumPy files for tests, header padded to a multiple of 64 bytes as NumPy does. */
final class NpyBytes {
  private NpyBytes() {}

  static Path write(
      Path folder, int version, String type, boolean fortran, String shape, byte[] data)
      throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
            .formatted(type, fortran ? "True" : "False", shape);
    int prefix = version == 1 ? 10 : 12;
    String padded = header + " ".repeat(63 - (prefix + header.length()) % 64) + "\n";
    var bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.write(length.putInt(padded.length()).array(), 0, version == 1 ? 2 : 4);
    bytes.write(padded.getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(data);
    Path file = Files.createTempFile(folder, "array", ".npy");
    Files.write(file, bytes.toByteArray());
    return file;
  }

  /** Rows 0 to rows - 1 of value 10 row + column, as little-endian doubles. */
  static Path counting(Path folder, int rows, int columns) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(8 * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows * columns; i++) {
      data.putDouble(10 * (i / columns) + i % columns);
    }
    return write(folder, 1, "<f8", false, "(" + rows + ", " + columns + ")", data.array());
  }
}
