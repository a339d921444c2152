package io.ergodic.models.convolution;

import java.util.random.RandomGenerator;

/** Which variables a kernel reads. */
final class Channels {
  private Channels() {}

  /** Some of all, without one twice, in the order in which they were drawn. */
  static int[] draw(int all, int some, RandomGenerator random) {
    int[] left = new int[all];
    for (int i = 0; i < all; i++) {
      left[i] = i;
    }
    int[] drawn = new int[some];
    for (int i = 0; i < some; i++) {
      int taken = i + random.nextInt(all - i);
      drawn[i] = left[taken];
      left[taken] = left[i];
    }
    return drawn;
  }
}
