package io.ergodic.datasets.batch;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;

/** Windows drawn with replacement: an epoch is a chosen number of batches, not a pass. */
public final class RandomWindows implements BatchSampler {
  private final Windows windows;
  private final int batchesPerEpoch;
  private final long seed;
  private final Batch.Sequences batch;

  public RandomWindows(Windows windows, int count, int batchesPerEpoch, long seed) {
    this.windows = windows;
    this.batchesPerEpoch = batchesPerEpoch;
    this.seed = seed;
    int size = windows.length() * windows.dimension();
    this.batch =
        new Batch.Sequences(count, windows.length(), windows.dimension(), new float[count * size]);
  }

  @Override
  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  @Override
  public Batch batch(long step) {
    RandomGenerator random = RandomStreams.stream(seed, "windows", step);
    int size = windows.length() * windows.dimension();
    for (int i = 0; i < batch.count(); i++) {
      windows.copy(random.nextLong(windows.count()), batch.values(), i * size);
    }
    return batch;
  }
}
