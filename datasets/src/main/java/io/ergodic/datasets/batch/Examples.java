package io.ergodic.datasets.batch;

/** The examples of a split, any of which can be copied into a batch. */
public interface Examples {
  long count();

  /** An empty batch with the fields of these examples. */
  Batch allocate(int capacity);

  /** Copies an example to a place of a batch that {@link #allocate} gave. */
  void fill(Batch batch, int slot, long example);

  /**
   * How many examples of a few rows one of these is as much work as, where a pass is cut into parts
   * of about as much.
   */
  default int weight() {
    return 1;
  }

  /**
   * The same in the fewest bytes, for a device that is slow to reach: fields of real values may be
   * {@link Field.Pixels}. Transforms cannot change such batches.
   */
  default Examples compact() {
    return this;
  }
}
