package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.List;

/**
 * D_stsp by Gaussian mixtures, symmetric: half the sum of the divergences either way, each as
 * {@link MixtureDivergence} estimates it (Brenner et al. 2022, for data of more than a few
 * variables). In the log domain, so that no draw is discarded for underflow as theirs are.
 */
@AutoService(Metric.class)
public final class SymmetricMixtureDivergence implements AttractorMetric {
  @Override
  public String name() {
    return "d_stsp_gmm_symmetric";
  }

  @Override
  public String title() {
    return "D_stsp (GMM, symmetric)";
  }

  @Override
  public String description() {
    return "half the sum of the Kullback-Leibler divergences either way (nats) between Gaussian"
        + " mixtures with sigma^2 = 1 on the first 10000 points, 1000 draws from each (Brenner et"
        + " al. 2022), in the log domain";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(List<Orbits> orbits, long seed) {
    int dimension = orbits.get(0).dimension();
    double[] truth = StateSpaceDivergence.pool(orbits.stream().map(Orbits::truth).toList());
    double[] generated = StateSpaceDivergence.pool(orbits.stream().map(Orbits::generated).toList());
    long there = RandomStreams.derive(seed, "d_stsp_gmm_symmetric there");
    long back = RandomStreams.derive(seed, "d_stsp_gmm_symmetric back");
    return (MixtureDivergence.divergence(truth, generated, dimension, there)
            + MixtureDivergence.divergence(generated, truth, dimension, back))
        / 2;
  }
}
