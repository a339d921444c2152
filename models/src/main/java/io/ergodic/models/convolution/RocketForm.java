package io.ergodic.models.convolution;

import io.ergodic.models.regression.LabelledSet;

/** Random kernels, all that is kept of which is their seed. */
record RocketForm(int kernels, int length, int variables) implements ConvolutionForm {
  @Override
  public int kept() {
    return 2;
  }

  @Override
  public double[] draw(LabelledSet training, long seed) {
    return new double[] {seed >>> 32, seed & 0xffffffffL};
  }

  @Override
  public ConvolutionTransform transform(double[] kept) {
    return new RandomKernels(kernels, length, variables, (long) kept[0] << 32 | (long) kept[1]);
  }

  @Override
  public int features() {
    return 2 * kernels;
  }
}
