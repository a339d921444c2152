package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * D_stsp by Gaussian mixtures: the Kullback-Leibler divergence (nats) of the generated from the
 * true density, each a mixture of unit-variance Gaussians centred on the first min(T, 10000)
 * points, estimated from 1000 draws of the true mixture (Koppe et al. 2019; Hess et al. 2023,
 * default sigma^2 = 1). For data of any dimension, standardised.
 *
 * <p>Unlike the published implementations the densities are summed in the log domain, so no draw is
 * discarded for underflow and large divergences stay large; and the draws come from a seeded
 * stream. Several test series are pooled.
 */
@AutoService(Metric.class)
public final class MixtureDivergence implements AttractorMetric {
  private static final int POINTS = 10_000;
  private static final int DRAWS = 1_000;

  @Override
  public String name() {
    return "d_stsp_gmm";
  }

  @Override
  public String title() {
    return "D_stsp (GMM)";
  }

  @Override
  public String description() {
    return "Kullback-Leibler divergence in state space (nats) between Gaussian mixtures with"
        + " sigma^2 = 1 on the first 10000 points, 1000 draws from the true one (Hess et al. 2023,"
        + " default sigma), in the log domain: no draw is discarded for underflow";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(List<Orbits> orbits, long seed) {
    double[] truth = StateSpaceDivergence.pool(orbits.stream().map(Orbits::truth).toList());
    double[] generated = StateSpaceDivergence.pool(orbits.stream().map(Orbits::generated).toList());
    return divergence(truth, generated, orbits.get(0).dimension(), seed);
  }

  static double divergence(double[] truth, double[] generated, int dimension, long seed) {
    int points = Math.min(POINTS, truth.length / dimension);
    RandomGenerator random = RandomStreams.stream(seed, "d_stsp_gmm");
    double[] draw = new double[dimension];
    double[] distances = new double[points];
    double sum = 0;
    for (int s = 0; s < DRAWS; s++) {
      int centre = random.nextInt(points) * dimension;
      for (int d = 0; d < dimension; d++) {
        draw[d] = truth[centre + d] + random.nextGaussian();
      }
      sum += logDensity(draw, truth, distances) - logDensity(draw, generated, distances);
    }
    return sum / DRAWS;
  }

  /** Up to the constants both mixtures share. */
  private static double logDensity(double[] draw, double[] centres, double[] distances) {
    int dimension = draw.length;
    double nearest = Double.POSITIVE_INFINITY;
    for (int t = 0; t < distances.length; t++) {
      double distance = 0;
      for (int d = 0; d < dimension; d++) {
        double difference = draw[d] - centres[t * dimension + d];
        distance += difference * difference;
      }
      distances[t] = distance;
      nearest = Math.min(nearest, distance);
    }
    double sum = 0;
    for (double distance : distances) {
      double exponent = (nearest - distance) / 2;
      // Ten thousand terms below e^-50 together do not change the last bit.
      if (exponent > -50) {
        sum += Math.exp(exponent);
      }
    }
    return Math.log(sum) - nearest / 2;
  }
}
