package io.ergodic.models.neighbour;

import io.ergodic.datasets.capability.Classifier;
import java.util.Arrays;

/** The class of the nearest series, with probability 1. */
final class NearestClassifier implements Classifier {
  private final NearestSeries series;
  private final int[] labels;
  private final int size;
  private final int classes;
  private final int band;

  private NearestClassifier(NearestSeries series, int[] labels, int size, int classes, int band) {
    this.series = series;
    this.labels = labels;
    this.size = size;
    this.classes = classes;
    this.band = band;
  }

  /**
   * Of a solution: the band, then label and values of each series.
   *
   * @param size values of a series
   */
  static NearestClassifier of(double[] solution, int size, int variables, int classes) {
    int count = (solution.length - 1) / (size + 1);
    int[] labels = new int[count];
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      int from = 1 + i * (size + 1);
      labels[i] = (int) solution[from];
      for (int j = 0; j < size; j++) {
        values[i * size + j] = (float) solution[from + 1 + j];
      }
    }
    return new NearestClassifier(
        new NearestSeries(values, count, size, variables),
        labels,
        size,
        classes,
        (int) solution[0]);
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void classify(float[] inputs, int count, float[] probabilities) {
    Arrays.fill(probabilities, 0, count * classes, 0);
    for (int i = 0; i < count; i++) {
      int nearest = series.nearest(inputs, i * size, band, -1);
      probabilities[i * classes + labels[nearest]] = 1;
    }
  }
}
