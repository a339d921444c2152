package io.ergodic.jobs.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One kind of damage to the bytes of a file. Places are any numbers, taken into the file. */
interface Mutation {
  byte[] apply(byte[] file, byte[] other);

  /** Negative places count from the end. */
  static int place(int at, int length) {
    return length == 0 ? 0 : Math.floorMod(at, length);
  }

  /** Turns one bit. */
  record Turn(int at, int bit) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      byte[] changed = file.clone();
      if (file.length > 0) {
        changed[place(at, file.length)] ^= (byte) (1 << bit);
      }
      return changed;
    }
  }

  /** Ends the file. */
  record Cut(int at) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      return Arrays.copyOf(file, place(at, file.length));
    }
  }

  /** Writes a number over what is there. */
  record Number(int at, int bytes, boolean little, long value) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      byte[] changed = file.clone();
      int first = place(at, file.length);
      ByteBuffer number =
          ByteBuffer.allocate(Long.BYTES)
              .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      number.putLong(0, little ? value : value << (Long.BYTES - bytes) * Byte.SIZE);
      int count = Math.min(bytes, file.length - first);
      System.arraycopy(number.array(), 0, changed, first, count);
      return changed;
    }
  }

  /** Puts other text into the place of the next digits. */
  record Digits(int at, String text) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      int from = place(at, file.length);
      while (from < file.length && !digit(file[from])) {
        from++;
      }
      int to = from;
      while (to < file.length && (digit(file[to]) || file[to] == '.')) {
        to++;
      }
      return joined(file, from, text.getBytes(StandardCharsets.UTF_8), to);
    }

    private static boolean digit(byte value) {
      return value >= '0' && value <= '9';
    }
  }

  /** Takes some bytes out and puts others in. */
  record Replace(int at, int count, byte[] bytes) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      int from = place(at, file.length);
      return joined(file, from, bytes, Math.min(file.length, from + count));
    }

    @Override
    public String toString() {
      return "Replace[at=" + at + ", count=" + count + ", bytes=" + Arrays.toString(bytes) + "]";
    }
  }

  /** Says the same thing many times. */
  record Repeat(int at, int count, int times) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      int from = place(at, file.length);
      int to = Math.min(file.length, from + count);
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      for (int i = 0; i < times; i++) {
        part.write(file, from, to - from);
      }
      return joined(file, from, part.toByteArray(), to);
    }
  }

  /** Goes on with another file. */
  record Splice(int at, int from) implements Mutation {
    @Override
    public byte[] apply(byte[] file, byte[] other) {
      int second = place(from, other.length);
      return joined(
          file,
          place(at, file.length),
          Arrays.copyOfRange(other, second, other.length),
          file.length);
    }
  }

  private static byte[] joined(byte[] file, int from, byte[] between, int to) {
    byte[] all = new byte[from + between.length + file.length - to];
    System.arraycopy(file, 0, all, 0, from);
    System.arraycopy(between, 0, all, from, between.length);
    System.arraycopy(file, to, all, from + between.length, file.length - to);
    return all;
  }
}
