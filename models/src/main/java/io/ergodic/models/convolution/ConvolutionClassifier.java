package io.ergodic.models.convolution;

import io.ergodic.datasets.capability.Classifier;

/**
 * Classes by a linear map of features of convolutions. A ridge classifier has no probabilities:
 * these are the softmax of its scores (of two classes, of minus and plus the one score).
 */
final class ConvolutionClassifier implements Classifier {
  private final ConvolutionTransform transform;
  private final int size;
  private final int classes;
  private final double[] solution;
  private final int kept;
  private final float[] features;

  /**
   * @param size values of a series
   * @param solution whose weights begin after {@code kept} numbers
   */
  ConvolutionClassifier(
      ConvolutionTransform transform, int size, int classes, double[] solution, int kept) {
    this.transform = transform;
    this.size = size;
    this.classes = classes;
    this.solution = solution;
    this.kept = kept;
    this.features = new float[transform.features()];
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void classify(float[] inputs, int count, float[] probabilities) {
    double[] scores = new double[classes];
    for (int i = 0; i < count; i++) {
      transform.features(inputs, i * size, features);
      if (classes == 2) {
        scores[1] = score(0);
        scores[0] = -scores[1];
      } else {
        for (int c = 0; c < classes; c++) {
          scores[c] = score(c);
        }
      }
      double most = Double.NEGATIVE_INFINITY;
      for (double score : scores) {
        most = Math.max(most, score);
      }
      double sum = 0;
      for (double score : scores) {
        sum += Math.exp(score - most);
      }
      for (int c = 0; c < classes; c++) {
        probabilities[i * classes + c] = (float) (Math.exp(scores[c] - most) / sum);
      }
    }
  }

  private double score(int output) {
    int from = kept + output * (features.length + 1);
    double sum = solution[from + features.length];
    for (int f = 0; f < features.length; f++) {
      sum += solution[from + f] * features[f];
    }
    return sum;
  }
}
