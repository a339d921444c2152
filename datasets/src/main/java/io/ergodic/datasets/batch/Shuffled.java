package io.ergodic.datasets.batch;

/**
 * Every example once an epoch, in an order shuffled anew each epoch; the last batch may be smaller.
 */
public final class Shuffled implements BatchSampler {
  private final Examples examples;
  private final int count;
  private final Permutation permutation;
  private final Batch batch;

  public Shuffled(Examples examples, int count, long seed) {
    this.examples = examples;
    this.count = (int) Math.min(count, examples.count());
    this.permutation = new Permutation(examples.count(), seed);
    this.batch = examples.allocate(this.count);
  }

  @Override
  public int batchesPerEpoch() {
    return Math.toIntExact((examples.count() + count - 1) / count);
  }

  @Override
  public Batch batch(long step) {
    int[] order = permutation.of(step / batchesPerEpoch());
    int from = (int) (step % batchesPerEpoch()) * count;
    int size = Math.min(count, order.length - from);
    for (int i = 0; i < size; i++) {
      batch.examples()[i] = order[from + i];
      examples.fill(batch, i, order[from + i]);
    }
    return batch.resize(size);
  }
}
