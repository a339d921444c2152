package io.ergodic.models.plrnn;

import io.ergodic.datasets.data.Series;
import java.util.List;

/**
 * How many rows a series can be followed by itself, for sparse teacher forcing: of each variable
 * the smallest of the first lag where its autocorrelation is below 1/e, the first minimum of its
 * autocorrelation, and the first minimum of the mutual information between it and itself later, in
 * 64 bins; of these the smallest over the variables. Taken from the longest series.
 */
final class ForcingInterval {
  private static final int BINS = 64;
  private static final int LONGEST = 1000;

  private ForcingInterval() {}

  /** At least 1; 1000, or half the series, where there is no such lag before. */
  static int of(List<Series> train) {
    Series longest = train.get(0);
    for (Series series : train) {
      longest = series.length() > longest.length() ? series : longest;
    }
    int interval = Math.max(1, Math.min(LONGEST, longest.length() / 2));
    for (int n = 0; n < longest.dimension(); n++) {
      double[] values = new double[longest.length()];
      for (int t = 0; t < values.length; t++) {
        values[t] = longest.value(t, n);
      }
      interval = Math.min(interval, correlation(values, interval));
      interval = Math.min(interval, information(values, interval));
    }
    return Math.max(1, interval);
  }

  /** The first lag of an autocorrelation below 1/e or of a minimum, else {@code most}. */
  static int correlation(double[] values, int most) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double before = Double.POSITIVE_INFINITY;
    double present = correlation(values, mean, 0);
    double whole = present;
    for (int lag = 1; lag <= most && whole > 0; lag++) {
      double next = correlation(values, mean, lag);
      if (next < whole / Math.E) {
        return lag;
      }
      if (present < before && present < next) {
        return lag - 1;
      }
      before = present;
      present = next;
    }
    return most;
  }

  private static double correlation(double[] values, double mean, int lag) {
    double sum = 0;
    for (int t = 0; t + lag < values.length; t++) {
      sum += (values[t] - mean) * (values[t + lag] - mean);
    }
    return sum / (values.length - lag);
  }

  /** The first lag of a minimum of the mutual information, else {@code most}. */
  static int information(double[] values, int most) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    int[] bins = new int[values.length];
    for (int t = 0; t < values.length && high > low; t++) {
      bins[t] = (int) Math.min(BINS - 1, BINS * (values[t] - low) / (high - low));
    }
    double before = Double.POSITIVE_INFINITY;
    double present = Double.POSITIVE_INFINITY;
    for (int lag = 1; lag <= most + 1; lag++) {
      double next = information(bins, lag);
      if (present < before && present < next) {
        return lag - 1;
      }
      before = present;
      present = next;
    }
    return most;
  }

  /** Nats. */
  private static double information(int[] bins, int lag) {
    int pairs = bins.length - lag;
    int[] joint = new int[BINS * BINS];
    int[] first = new int[BINS];
    int[] second = new int[BINS];
    for (int t = 0; t < pairs; t++) {
      joint[bins[t] * BINS + bins[t + lag]]++;
      first[bins[t]]++;
      second[bins[t + lag]]++;
    }
    double sum = 0;
    for (int i = 0; i < joint.length; i++) {
      if (joint[i] > 0) {
        double product = (double) first[i / BINS] * second[i % BINS];
        sum += joint[i] * Math.log((double) joint[i] * pairs / product);
      }
    }
    return sum / pairs;
  }
}
