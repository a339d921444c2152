package io.ergodic.datasets.batch;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;

/** The shuffled order of the examples of each epoch, recomputed when the epoch changes. */
final class Permutation {
  private final int[] order;
  private final long seed;
  private long epoch = -1;

  Permutation(long count, long seed) {
    this.order = new int[Math.toIntExact(count)];
    this.seed = seed;
  }

  /** Fisher-Yates over 0..count-1 with the stream of the epoch. */
  int[] of(long wanted) {
    if (wanted != epoch) {
      RandomGenerator random = RandomStreams.stream(seed, "shuffle", wanted);
      for (int i = 0; i < order.length; i++) {
        int j = random.nextInt(i + 1);
        order[i] = order[j];
        order[j] = i;
      }
      epoch = wanted;
    }
    return order;
  }
}
