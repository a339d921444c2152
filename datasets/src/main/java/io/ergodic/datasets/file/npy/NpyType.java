package io.ergodic.datasets.file.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/**
 * The type of an array's elements, as in NumPy's array interface: byte order, kind and bytes.
 *
 * @param kind {@code f} float, {@code i} integer, {@code u} unsigned integer, {@code b} boolean
 */
record NpyType(ByteOrder order, char kind, int bytes) {
  static final String ALLOWED = "f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1, little or big endian";

  static Optional<NpyType> parse(String text) {
    if (!text.toLowerCase(Locale.ROOT).matches("[<>=|](f[48]|[iu][1248]|b1)")) {
      return Optional.empty();
    }
    // '=' never reaches a file written by NumPy; it would mean the order of the writing machine.
    ByteOrder order = text.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return Optional.of(new NpyType(order, text.charAt(1), text.charAt(2) - '0'));
  }

  /** The element at a byte position; 64-bit integers are rounded to the nearest double. */
  double read(ByteBuffer buffer, int at) {
    return switch (kind) {
      case 'f' -> bytes == 4 ? buffer.getFloat(at) : buffer.getDouble(at);
      case 'b' -> buffer.get(at) == 0 ? 0 : 1;
      case 'u' -> unsigned(buffer, at);
      default -> signed(buffer, at);
    };
  }

  private double signed(ByteBuffer buffer, int at) {
    return switch (bytes) {
      case 1 -> buffer.get(at);
      case 2 -> buffer.getShort(at);
      case 4 -> buffer.getInt(at);
      default -> buffer.getLong(at);
    };
  }

  private double unsigned(ByteBuffer buffer, int at) {
    return switch (bytes) {
      case 1 -> buffer.get(at) & 0xff;
      case 2 -> buffer.getShort(at) & 0xffff;
      case 4 -> buffer.getInt(at) & 0xffffffffL;
      default -> unsigned(buffer.getLong(at));
    };
  }

  private static double unsigned(long bits) {
    // Halving with the lost bit kept makes the rounding of the doubled value correct.
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
