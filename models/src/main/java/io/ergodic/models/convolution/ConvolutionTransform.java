package io.ergodic.models.convolution;

/** Features of a series by convolutions; one instance belongs to one thread. */
interface ConvolutionTransform {
  int features();

  /**
   * The features of a series.
   *
   * @param values rows x variables from {@code from} on, row-major
   * @param result receives the features
   */
  void features(float[] values, int from, float[] result);
}
