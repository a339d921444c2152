package io.ergodic.datasets.batch.transform;

import io.ergodic.datasets.batch.Batch;
import java.util.SplittableRandom;

/** An augmentation of each example's input by itself. */
interface ExampleAugmentation extends Augmentation {
  /**
   * Changes one example in place.
   *
   * @param values of the batch's input
   * @param from where the example begins
   * @param shape of an example: channels, height, width of a picture; rows, variables of a series
   * @param random draws of this example in this epoch
   */
  void change(float[] values, int from, int[] shape, SplittableRandom random);

  @Override
  default void apply(Batch batch, long epoch, long seed) {
    float[] values = batch.floats(Batch.INPUT);
    int[] shape = batch.shape(Batch.INPUT);
    int size = batch.field(Batch.INPUT).size();
    long purpose = seed ^ getClass().getName().hashCode() * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < batch.count(); i++) {
      change(values, i * size, shape, draws(purpose, batch.examples()[i], epoch));
    }
  }

  /** A generator for an example in an epoch. */
  static SplittableRandom draws(long seed, long example, long epoch) {
    // Three rounds, so that neighbouring examples and epochs share no prefix of draws.
    long mixed = new SplittableRandom(seed).nextLong() ^ example * 0xD1342543DE82EF95L;
    mixed = new SplittableRandom(mixed).nextLong() ^ epoch * 0xA24BAED4963EE407L;
    return new SplittableRandom(mixed);
  }
}
