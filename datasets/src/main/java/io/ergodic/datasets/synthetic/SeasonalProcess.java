package io.ergodic.datasets.synthetic;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Hourly measurements of independent channels, each a sum of stochastic cycles and autoregressions:
 * stationary, Gaussian, with known autocovariance. Amplitudes and phases of the cycles wander, so
 * that no model can learn them by heart and the conditional mean given the context is the best
 * forecast there is.
 *
 * @param channels for each channel its components
 */
record SeasonalProcess(List<List<Oscillation>> channels) {
  static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final int YEAR = 8766;
  private static final double SECOND_HARMONIC = 0.5;

  /**
   * Reads {@code channels} (8); the standard deviations {@code daily} (1), {@code weekly} (0.5),
   * {@code yearly} (0), {@code slow} (0.5) and {@code noise} (0.4) of the components; {@code
   * variation} (0.3), by which they differ between channels (deviation of their logarithm); {@code
   * coherence} (40), the cycles over which a season keeps its amplitude and phase; {@code
   * slowMemory} (336) and {@code noiseMemory} (1), rows over which trend and noise are correlated,
   * 0 for white noise.
   */
  static SeasonalProcess read(Settings settings, long seed) {
    int count = settings.integer("channels", 8, 1, 10_000);
    double daily = settings.number("daily", 1, 0, 1e6);
    double weekly = settings.number("weekly", 0.5, 0, 1e6);
    double yearly = settings.number("yearly", 0, 0, 1e6);
    double slow = settings.number("slow", 0.5, 0, 1e6);
    double noise = settings.number("noise", 0.4, 1e-3, 1e6);
    double variation = settings.number("variation", 0.3, 0, 3);
    double coherence = settings.number("coherence", 40, 0.1, 1e6);
    double slowMemory = memory(settings.number("slowMemory", 336, 0, 1e9));
    double noiseMemory = memory(settings.number("noiseMemory", 1, 0, 1e9));
    List<List<Oscillation>> channels = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      RandomGenerator random = RandomStreams.stream(seed, "seasonal channel", c);
      List<Oscillation> parts = new ArrayList<>();
      addSeason(parts, DAY, coherence, daily * spread(random, variation));
      addSeason(parts, WEEK, coherence, weekly * spread(random, variation));
      addSeason(parts, YEAR, coherence, yearly * spread(random, variation));
      parts.add(Oscillation.autoregression(slowMemory, slow * spread(random, variation)));
      parts.add(Oscillation.autoregression(noiseMemory, noise * spread(random, variation)));
      channels.add(List.copyOf(parts));
    }
    return new SeasonalProcess(List.copyOf(channels));
  }

  /** Autocovariance of a channel at lags 0 to {@code lags} - 1. */
  double[] covariance(int channel, int lags) {
    double[] covariance = new double[lags];
    for (Oscillation part : channels.get(channel)) {
      for (int lag = 0; lag < lags; lag++) {
        covariance[lag] += part.covariance(lag);
      }
    }
    return covariance;
  }

  /** A realisation of {@code length} rows: length x channels, row-major. */
  double[] sample(int length, long seed) {
    int columns = channels.size();
    double[] values = new double[Math.multiplyExact(length, columns)];
    for (int c = 0; c < columns; c++) {
      int number = 0;
      for (Oscillation part : channels.get(c)) {
        RandomGenerator random = RandomStreams.stream(seed, "seasonal values", c, number++);
        part.addTo(values, c, columns, random);
      }
    }
    return values;
  }

  private static void addSeason(
      List<Oscillation> parts, double period, double coherence, double deviation) {
    double share = 1 / Math.sqrt(1 + SECOND_HARMONIC * SECOND_HARMONIC);
    double memory = memory(coherence * period);
    parts.add(new Oscillation(period, memory, deviation * share));
    parts.add(new Oscillation(period / 2, memory, deviation * share * SECOND_HARMONIC));
  }

  private static double memory(double rows) {
    return rows == 0 ? 0 : StrictMath.exp(-1 / rows);
  }

  private static double spread(RandomGenerator random, double variation) {
    return StrictMath.exp(variation * random.nextGaussian());
  }
}
