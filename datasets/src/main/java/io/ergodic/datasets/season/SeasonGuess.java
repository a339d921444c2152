package io.ergodic.datasets.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The season of a series: the lag among some at which its values, freed of a straight trend, are
 * most alike, by the mean of the autocorrelations of its variables, or the first that is nearly as
 * good: two seasons are as alike as one. Where no lags are known, those at which the
 * autocorrelation has a peak are tried.
 *
 * @param rows of a season; 1 where there is none
 * @param correlation of values that many rows apart; 0 for none
 */
public record SeasonGuess(int rows, double correlation) {
  /** Two values a season apart have to share as much. */
  public static final double LEAST = 0.3;

  private static final double NEARLY = 0.9;

  /** Seasons that a series must hold for one to be told from chance. */
  private static final int SEASONS = 3;

  private static final int LONGEST = 1000;

  /**
   * Guesses.
   *
   * @param values rows x columns, row-major, without NaN
   * @param lags rows of a day, a week, a year, in rising order; empty for any
   */
  public static SeasonGuess of(double[] values, int columns, List<Integer> lags) {
    double[][] series = detrended(values, columns);
    int rows = values.length / columns;
    List<Integer> tried = new ArrayList<>();
    for (int lag : lags.isEmpty() ? peaks(series, rows) : lags) {
      if (lag > 1 && (long) SEASONS * lag <= rows) {
        tried.add(lag);
      }
    }
    double[] correlations = tried.stream().mapToDouble(lag -> correlation(series, lag)).toArray();
    double enough = Math.max(LEAST, NEARLY * Arrays.stream(correlations).max().orElse(0));
    for (int i = 0; i < correlations.length; i++) {
      if (correlations[i] >= enough) {
        return new SeasonGuess(tried.get(i), correlations[i]);
      }
    }
    return new SeasonGuess(1, 0);
  }

  /** Lags that are more alike than those beside them, which smoothness alone does not make. */
  private static List<Integer> peaks(double[][] series, int rows) {
    int most = Math.min(LONGEST, rows / SEASONS);
    double[] correlations = new double[most + 2];
    for (int lag = 1; lag < correlations.length && lag < rows; lag++) {
      correlations[lag] = correlation(series, lag);
    }
    List<Integer> peaks = new ArrayList<>();
    for (int lag = 2; lag <= most; lag++) {
      if (correlations[lag] > correlations[lag - 1] && correlations[lag] >= correlations[lag + 1]) {
        peaks.add(lag);
      }
    }
    return peaks;
  }

  private static double correlation(double[][] series, int lag) {
    double sum = 0;
    for (double[] one : series) {
      double product = 0;
      double square = 0;
      for (int t = 0; t < one.length; t++) {
        square += one[t] * one[t];
        product += t >= lag ? one[t] * one[t - lag] : 0;
      }
      // By the number of products, so that long lags are not at a disadvantage.
      sum += square > 0 ? product / square * one.length / (one.length - lag) : 0;
    }
    return sum / series.length;
  }

  private static double[][] detrended(double[] values, int columns) {
    int rows = values.length / columns;
    double[][] series = new double[columns][rows];
    for (int c = 0; c < columns; c++) {
      double mean = 0;
      double slope = 0;
      double middle = (rows - 1) / 2.0;
      for (int t = 0; t < rows; t++) {
        mean += values[t * columns + c] / rows;
        slope += (t - middle) * values[t * columns + c];
      }
      slope /= Math.max(1, rows * ((double) rows * rows - 1) / 12);
      for (int t = 0; t < rows; t++) {
        series[c][t] = values[t * columns + c] - mean - slope * (t - middle);
      }
    }
    return series;
  }
}
