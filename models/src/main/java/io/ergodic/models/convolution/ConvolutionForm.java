package io.ergodic.models.convolution;

import io.ergodic.models.regression.LabelledSet;

/** How a kind of convolutions is drawn and kept: the numbers it is made of again. */
interface ConvolutionForm {
  /** How many numbers {@link #draw} gives. */
  int kept();

  /** Numbers that name the convolutions, drawn with a seed and, if need be, fitted to series. */
  double[] draw(LabelledSet training, long seed);

  /** The convolutions of such numbers, which are the first of {@code kept}. */
  ConvolutionTransform transform(double[] kept);

  int features();
}
