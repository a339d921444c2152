package io.ergodic.datasets.batch;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;

/** Examples drawn with replacement: an epoch is a chosen number of batches, not a pass. */
public final class RandomDraws implements BatchSampler {
  private final Examples examples;
  private final int batchesPerEpoch;
  private final long seed;
  private final Batch batch;

  public RandomDraws(Examples examples, int count, int batchesPerEpoch, long seed) {
    this.examples = examples;
    this.batchesPerEpoch = batchesPerEpoch;
    this.seed = seed;
    this.batch = examples.allocate(count);
  }

  @Override
  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  @Override
  public Batch batch(long step) {
    RandomGenerator random = RandomStreams.stream(seed, "windows", step);
    for (int i = 0; i < batch.capacity(); i++) {
      long example = random.nextLong(examples.count());
      batch.examples()[i] = example;
      examples.fill(batch, i, example);
    }
    return batch;
  }
}
