package io.ergodic.datasets.batch;

/**
 * Every window once an epoch, in an order shuffled anew each epoch; the last batch may be smaller.
 */
public final class ShuffledWindows implements BatchSampler {
  private final Windows windows;
  private final int count;
  private final Permutation permutation;
  private final float[] values;

  public ShuffledWindows(Windows windows, int count, long seed) {
    this.windows = windows;
    this.count = (int) Math.min(count, windows.count());
    this.permutation = new Permutation(windows.count(), seed);
    this.values = new float[this.count * windows.length() * windows.dimension()];
  }

  @Override
  public int batchesPerEpoch() {
    return Math.toIntExact((windows.count() + count - 1) / count);
  }

  @Override
  public Batch batch(long step) {
    int[] order = permutation.of(step / batchesPerEpoch());
    int from = (int) (step % batchesPerEpoch()) * count;
    int size = Math.min(count, order.length - from);
    int width = windows.length() * windows.dimension();
    for (int i = 0; i < size; i++) {
      windows.copy(order[from + i], values, i * width);
    }
    return new Batch.Sequences(size, windows.length(), windows.dimension(), values);
  }
}
