package io.ergodic.models.libtorch;

import io.ergodic.datasets.registry.Setting;

/**
 * An exponential moving average of a network's weights and running statistics, by which it is
 * validated and evaluated in place of the last ones (Polyak and Juditsky 1992). The first step
 * copies, as in PyTorch's {@code AveragedModel}.
 *
 * @param decay of what was before, a step; 0 for no average at all
 * @param warmup whether the average begins short
 */
public record WeightAverage(
    @Setting(
            value = "of the moving average of the weights a step; 0 for none",
            fallback = "0",
            min = 0,
            max = 0.9999999)
        double decay,
    @Setting(
            value = "whether the decay rises to that by (1 + step) / (10 + step)",
            fallback = "true")
        boolean warmup) {
  /** No average. */
  static final WeightAverage NONE = new WeightAverage(0, true);

  /** Whether there is an average. */
  public boolean present() {
    return decay > 0;
  }

  /** How much of a step's weights enters the average. */
  public double fresh(long step) {
    if (step == 0) {
      return 1;
    }
    return 1 - (warmup ? Math.min(decay, (1.0 + step) / (10.0 + step)) : decay);
  }
}
