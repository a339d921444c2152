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
}
