package io.ergodic.evaluation.metric;

/**
 * Sums of forecast errors by variable, over everything that is added: no mean of batch means, so
 * the batch size never changes a score.
 */
public final class ForecastErrors {
  private final double[] squared;
  private final double[] absolute;
  private final double[] symmetric;
  private final double[] scale;
  private long rows;

  /**
   * @param scale by which absolute errors are divided for {@link #meanScaled}, one a variable
   */
  public ForecastErrors(double[] scale) {
    this.scale = scale.clone();
    this.squared = new double[scale.length];
    this.absolute = new double[scale.length];
    this.symmetric = new double[scale.length];
  }

  /** Adds {@code count} rows of truth and forecast, each rows x variables from an offset. */
  public void add(float[] truth, int truthOffset, float[] forecast, int forecastOffset, int count) {
    int variables = scale.length;
    for (int i = 0; i < count * variables; i++) {
      int v = i % variables;
      double x = truth[truthOffset + i];
      double y = forecast[forecastOffset + i];
      double error = Math.abs(x - y);
      double size = Math.abs(x) + Math.abs(y);
      squared[v] += error * error;
      absolute[v] += error;
      symmetric[v] += size == 0 ? 0 : 200 * error / size;
    }
    rows += count;
  }

  public double meanSquared() {
    return mean(squared);
  }

  public double meanAbsolute() {
    return mean(absolute);
  }

  public double meanSymmetric() {
    return mean(symmetric);
  }

  /** A variable that is constant in the scale has error 0 when always met, infinite otherwise. */
  public double meanScaled() {
    double[] scaled = new double[scale.length];
    for (int v = 0; v < scaled.length; v++) {
      scaled[v] = absolute[v] == 0 ? 0 : absolute[v] / scale[v];
    }
    return mean(scaled);
  }

  private double mean(double[] sums) {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    return total / ((double) rows * sums.length);
  }
}
