package io.ergodic.datasets.batch;

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

  /** Real values. */
  record Floats(float[] values, int... shape) implements Field {}

  /** Whole numbers: class labels, tokens, lengths. */
  record Ints(int[] values, int... shape) implements Field {}

  /** Unsigned bytes: pixels as stored. */
  record Bytes(byte[] values, int... shape) implements Field {}
}
