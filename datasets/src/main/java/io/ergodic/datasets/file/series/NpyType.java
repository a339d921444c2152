package io.ergodic.datasets.file.series;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plain number types of NumPy that are read, each widened to double. */
enum NpyType {
  F4(4) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getFloat(4 * index);
    }
  },
  F8(8) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getDouble(8 * index);
    }
  },
  I1(1) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.get(index);
    }
  },
  I2(2) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getShort(2 * index);
    }
  },
  I4(4) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getInt(4 * index);
    }
  },
  I8(8) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getLong(8 * index);
    }
  },
  U1(1) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.get(index) & 0xff;
    }
  },
  U2(2) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getShort(2 * index) & 0xffff;
    }
  },
  U4(4) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.getInt(4 * index) & 0xffffffffL;
    }
  },
  U8(8) {
    @Override
    double read(ByteBuffer data, int index) {
      long bits = data.getLong(8 * index);
      // halved so that the sign bit is free; the lowest bit is kept, for the rounding
      return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }
  },
  B1(1) {
    @Override
    double read(ByteBuffer data, int index) {
      return data.get(index) == 0 ? 0 : 1;
    }
  };

  private final int bytes;

  NpyType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** The value at an index, counted in values. Integers beyond 2^53 are rounded. */
  abstract double read(ByteBuffer data, int index);

  /** The type of a description such as {@code <f4}; its first letter is the byte order. */
  static Optional<NpyType> of(String description) {
    return Arrays.stream(values())
        .filter(type -> description.matches("[<>|=]?" + type.word()))
        .findFirst();
  }

  /** Byte order of a description; NumPy writes {@code |} where there is none. */
  static ByteOrder order(String description) {
    if (description.startsWith("=")) {
      return ByteOrder.nativeOrder();
    }
    return description.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  static String allowed() {
    return Arrays.stream(values()).map(NpyType::word).collect(Collectors.joining(", "));
  }

  private String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
