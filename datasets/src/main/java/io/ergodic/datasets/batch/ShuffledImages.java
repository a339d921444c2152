package io.ergodic.datasets.batch;

/**
 * Every image once an epoch, in an order shuffled anew each epoch; the last batch may be smaller.
 */
public final class ShuffledImages implements BatchSampler {
  private final ImagePixels pixels;
  private final int count;
  private final Permutation permutation;
  private final float[] values;
  private final int[] labels;

  public ShuffledImages(ImagePixels pixels, int count, long seed) {
    this.pixels = pixels;
    this.count = Math.min(count, pixels.images().count());
    this.permutation = new Permutation(pixels.images().count(), seed);
    this.values = new float[this.count * pixels.images().size()];
    this.labels = new int[this.count];
  }

  @Override
  public int batchesPerEpoch() {
    return (pixels.images().count() + count - 1) / count;
  }

  @Override
  public Batch batch(long step) {
    int[] order = permutation.of(step / batchesPerEpoch());
    int from = (int) (step % batchesPerEpoch()) * count;
    int size = Math.min(count, order.length - from);
    return pixels.fill(order, from, size, values, labels);
  }
}
