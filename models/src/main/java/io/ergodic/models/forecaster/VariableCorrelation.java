package io.ergodic.models.forecaster;

import io.ergodic.datasets.data.Series;
import java.util.List;

/** Pearson's correlations of the variables of some series, as weights of means. */
final class VariableCorrelation {
  private VariableCorrelation() {}

  /**
   * The softmax of each row of the correlations, (variables, variables) row-major. A constant
   * variable has no correlation but with itself.
   */
  static float[] softmax(List<Series> all) {
    double[][] correlation = of(all);
    int size = correlation.length;
    float[] weights = new float[size * size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (double value : correlation[i]) {
        sum += Math.exp(value);
      }
      for (int j = 0; j < size; j++) {
        weights[i * size + j] = (float) (Math.exp(correlation[i][j]) / sum);
      }
    }
    return weights;
  }

  private static double[][] of(List<Series> all) {
    int size = all.get(0).dimension();
    double[] mean = new double[size];
    double[][] products = new double[size][size];
    long rows = 0;
    for (Series series : all) {
      double[][] columns = new double[size][];
      for (int i = 0; i < size; i++) {
        columns[i] = WindowCorrelation.column(series, i);
        for (double value : columns[i]) {
          mean[i] += value;
        }
        for (int j = 0; j <= i; j++) {
          for (int t = 0; t < columns[i].length; t++) {
            products[i][j] += columns[i][t] * columns[j][t];
          }
        }
      }
      rows += columns[0].length;
    }
    double[] deviation = new double[size];
    for (int i = 0; i < size; i++) {
      mean[i] /= rows;
      deviation[i] = Math.sqrt(Math.max(0, products[i][i] / rows - mean[i] * mean[i]));
    }
    double[][] correlation = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double scale = deviation[i] * deviation[j];
        double covariance = products[i][j] / rows - mean[i] * mean[j];
        correlation[i][j] = scale > 0 ? covariance / scale : 0;
        correlation[j][i] = correlation[i][j];
      }
      correlation[i][i] = 1;
    }
    return correlation;
  }
}
