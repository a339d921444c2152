package io.ergodic.models.convolution;

import io.ergodic.models.regression.LabelledSet;
import io.ergodic.models.regression.RidgeClassification;
import java.util.function.Function;

/**
 * Draws convolutions, and fits a ridge classifier to their features of all series. The solution
 * begins with what is kept of the convolutions.
 */
record RidgeFeatures(ConvolutionForm form, int classes, double[] penalties, long seed)
    implements Function<LabelledSet, double[]> {
  @Override
  public double[] apply(LabelledSet training) {
    double[] kept = form.draw(training, seed);
    ConvolutionTransform transform = form.transform(kept);
    int count = training.count();
    float[][] features = new float[form.features()][count];
    float[] one = new float[form.features()];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      transform.features(training.values(), i * training.size(), one);
      for (int f = 0; f < one.length; f++) {
        features[f][i] = one[f];
      }
      labels[i] = training.label(i);
    }
    double[] weights = new RidgeClassification(features, labels, classes).fit(penalties);
    double[] solution = new double[kept.length + weights.length];
    System.arraycopy(kept, 0, solution, 0, kept.length);
    System.arraycopy(weights, 0, solution, kept.length, weights.length);
    return solution;
  }
}
