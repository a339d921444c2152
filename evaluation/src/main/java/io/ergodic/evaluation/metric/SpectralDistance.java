package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.List;

/**
 * D_H: the Hellinger distance sqrt(1 - sum sqrt(p q)) between the smoothed power spectra of truth
 * and free run (see {@link PowerSpectrum}), mean over variables, then over test series (Mikhaeil,
 * Monfared and Durstewitz 2022; Hess et al. 2023). 0 is equal, 1 disjoint; a run that does not vary
 * has distance 1.
 */
@AutoService(Metric.class)
public final class SpectralDistance implements AttractorMetric {
  @Override
  public String name() {
    return "d_h";
  }

  @Override
  public String title() {
    return "D_H";
  }

  @Override
  public String description() {
    return "Hellinger distance between power spectra smoothed over 20 frequency bins, each variable"
        + " standardised by itself, mean over variables (Hess et al. 2023)";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(List<Orbits> orbits, long seed) {
    double sum = 0;
    for (Orbits orbit : orbits) {
      double distances = 0;
      for (int d = 0; d < orbit.dimension(); d++) {
        distances +=
            hellinger(
                PowerSpectrum.of(orbit.truth(), orbit.dimension(), d),
                PowerSpectrum.of(orbit.generated(), orbit.dimension(), d));
      }
      sum += distances / orbit.dimension();
    }
    return sum / orbits.size();
  }

  /** Of two distributions; an empty one is at distance 1 from all but an empty one. */
  static double hellinger(double[] left, double[] right) {
    double sum = 0;
    boolean leftEmpty = true;
    boolean rightEmpty = true;
    for (int k = 0; k < left.length; k++) {
      double difference = Math.sqrt(left[k]) - Math.sqrt(right[k]);
      sum += difference * difference;
      leftEmpty &= left[k] == 0;
      rightEmpty &= right[k] == 0;
    }
    // For distributions this is sqrt(1 - sum sqrt(p q)) without its cancellation near 0.
    return leftEmpty == rightEmpty ? Math.sqrt(sum / 2) : 1;
  }
}
