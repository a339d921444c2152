package io.ergodic.models.convolution;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.regression.LabelledSet;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The fixed kernels, of which the thresholds are kept and a seed, which says what variables each
 * reads.
 */
record MiniRocketForm(int wanted, int length, int variables) implements ConvolutionForm {
  /** Ways to choose three taps of nine. */
  static final int KERNELS = 84;

  private static final double GOLDEN = (Math.sqrt(5) + 1) / 2;
  private static final int SEED = 2;

  @Override
  public int features() {
    return wanted / KERNELS * KERNELS;
  }

  @Override
  public int kept() {
    return SEED + features();
  }

  /** For each kernel and dilation, quantiles of its outputs on a training series drawn for it. */
  @Override
  public double[] draw(LabelledSet training, long seed) {
    double[] kept = new double[kept()];
    kept[0] = seed >>> 32;
    kept[1] = seed & 0xffffffffL;
    FixedKernels kernels = (FixedKernels) transform(kept);
    RandomGenerator random = RandomStreams.stream(seed, "series for thresholds", 0);
    Dilations dilations = kernels.dilations();
    int feature = 0;
    for (int d = 0; d < dilations.sizes().length; d++) {
      for (int k = 0; k < KERNELS; k++) {
        int example = random.nextInt(training.count());
        float[] output = kernels.output(training.values(), example * training.size(), d, k).clone();
        Arrays.sort(output);
        for (int i = 0; i < dilations.features()[d]; i++) {
          kept[SEED + feature] = quantile(output, (feature + 1) * GOLDEN % 1);
          feature++;
        }
      }
    }
    return kept;
  }

  /** Linear between the two values beside it. */
  static float quantile(float[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return (float) (sorted[below] + (place - below) * (sorted[above] - (double) sorted[below]));
  }

  @Override
  public ConvolutionTransform transform(double[] kept) {
    float[] thresholds = new float[features()];
    for (int f = 0; f < thresholds.length; f++) {
      thresholds[f] = (float) kept[SEED + f];
    }
    Dilations dilations = Dilations.of(length, features() / KERNELS);
    return new FixedKernels(
        dilations, length, variables, thresholds, (long) kept[0] << 32 | (long) kept[1]);
  }
}
