package io.ergodic.evaluation.evidence;

import java.util.List;

/**
 * Sums of forecast errors by variable, over everything that is added: no mean of batch means, so
 * the batch size never changes a score.
 */
public final class ForecastErrors {
  private final double[] squared;
  private final double[] absolute;
  private final double[] symmetric;
  private long rows;

  /** Of nothing yet. */
  public ForecastErrors(int variables) {
    this.squared = new double[variables];
    this.absolute = new double[variables];
    this.symmetric = new double[variables];
  }

  /** Of all forecasts. */
  public static ForecastErrors of(Forecasts forecasts) {
    ForecastErrors errors = new ForecastErrors(forecasts.variables());
    forecasts.fold(
        (truth, forecast, offset, windows) ->
            errors.add(truth, 0, forecast, offset, windows * forecasts.horizon()));
    return errors;
  }

  /** Adds {@code count} rows of truth and forecast, each rows x variables from an offset. */
  public void add(float[] truth, int truthOffset, float[] forecast, int forecastOffset, int count) {
    int variables = squared.length;
    int at = 0;
    for (int row = 0; row < count; row++) {
      for (int v = 0; v < variables; v++, at++) {
        double x = truth[truthOffset + at];
        double y = forecast[forecastOffset + at];
        double error = Math.abs(x - y);
        double size = Math.abs(x) + Math.abs(y);
        squared[v] += error * error;
        absolute[v] += error;
        symmetric[v] += size == 0 ? 0 : 200 * error / size;
      }
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

  /**
   * The mean absolute error where that of each variable is divided by a scale. A variable without a
   * scale has error 0 when it is always met.
   *
   * @param names of the variables
   * @throws EvaluationFailedException for an error of a variable whose scale is 0: it has none
   */
  public double meanScaled(double[] scale, List<String> names) {
    double[] scaled = new double[absolute.length];
    for (int v = 0; v < scaled.length; v++) {
      if (absolute[v] > 0 && scale[v] == 0) {
        throw new EvaluationFailedException(
            "undefined: variable "
                + names.get(v)
                + " is constant from season to season of the train split, which leaves nothing to"
                + " divide its error by");
      }
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
