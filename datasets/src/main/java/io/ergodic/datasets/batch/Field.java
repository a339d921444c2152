package io.ergodic.datasets.batch;

import java.util.Arrays;

/**
 * A named array of a batch. The first axis is the example; {@link #shape} is that of one example,
 * and the array may be longer than the batch needs.
 */
public sealed interface Field {
  /** Axes of one example, row-major; empty for a single value. */
  int[] shape();

  /** Values of one example. */
  default int size() {
    int size = 1;
    for (int axis : shape()) {
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }

  /** A copy of a stretch of the values. */
  Field part(int from, int to);

  /** Real values. */
  record Floats(float[] values, int... shape) implements Field {
    @Override
    public Field part(int from, int to) {
      return new Floats(Arrays.copyOfRange(values, from, to), shape);
    }
  }

  /** Whole numbers: class labels, tokens, lengths. */
  record Ints(int[] values, int... shape) implements Field {
    @Override
    public Field part(int from, int to) {
      return new Ints(Arrays.copyOfRange(values, from, to), shape);
    }
  }

  /** Unsigned bytes: pixels as stored. */
  record Bytes(byte[] values, int... shape) implements Field {
    @Override
    public Field part(int from, int to) {
      return new Bytes(Arrays.copyOfRange(values, from, to), shape);
    }
  }

  /**
   * Real values kept as bytes: pixels as stored, and what each byte of a channel stands for.
   *
   * @param bytes unsigned, an example height x width x channels, channels last
   * @param meanings channels x 256 values
   * @param shape channels, height, width: that of the values, channels first
   */
  record Pixels(byte[] bytes, float[][] meanings, int... shape) implements Field {
    @Override
    public Field part(int from, int to) {
      return new Pixels(Arrays.copyOfRange(bytes, from, to), meanings, shape);
    }

    /** The values of the first examples, channels first, in an array of their own. */
    float[] values(int examples) {
      float[] values = new float[examples * size()];
      for (int k = 0; k < examples; k++) {
        write(bytes, k * size(), meanings, values, k * size(), size() / meanings.length);
      }
      return values;
    }

    /** Writes the values of one example, channels first. */
    static void write(
        byte[] bytes, int from, float[][] meanings, float[] target, int to, int area) {
      int channels = meanings.length;
      for (int c = 0; c < channels; c++) {
        float[] meaning = meanings[c];
        for (int i = 0; i < area; i++) {
          target[to + c * area + i] = meaning[bytes[from + i * channels + c] & 0xff];
        }
      }
    }
  }
}
