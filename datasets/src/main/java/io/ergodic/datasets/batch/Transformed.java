package io.ergodic.datasets.batch;

import java.util.List;

/** The batches of a sampler, changed by transforms in their order. */
public final class Transformed implements BatchSampler {
  private final BatchSampler batches;
  private final List<BatchTransform> transforms;
  private final long seed;

  /**
   * @param seed of all draws of the transforms
   */
  public Transformed(BatchSampler batches, List<BatchTransform> transforms, long seed) {
    this.batches = batches;
    this.transforms = List.copyOf(transforms);
    this.seed = seed;
  }

  @Override
  public int batchesPerEpoch() {
    return batches.batchesPerEpoch();
  }

  @Override
  public Batch batch(long step) {
    Batch batch = batches.batch(step);
    long epoch = step / batches.batchesPerEpoch();
    transforms.forEach(transform -> transform.apply(batch, epoch, seed));
    return batch;
  }
}
