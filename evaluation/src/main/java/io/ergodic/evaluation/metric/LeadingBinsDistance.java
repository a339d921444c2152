package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.List;

/**
 * D_H as dysts and PhyxMamba compute it (Liu et al. 2025): power of the whole two-sided transform
 * of each variable, neither standardised nor smoothed, normalised to sum 1; the Hellinger distance
 * over its first 100 bins alone, which are not normalised again; mean over variables, then over
 * series. Slow oscillations of long series are all it sees, and the mean of a variable counts as
 * power.
 */
@AutoService(Metric.class)
public final class LeadingBinsDistance implements AttractorMetric {
  private static final int BINS = 100;

  @Override
  public String name() {
    return "d_h_dysts";
  }

  @Override
  public String title() {
    return "D_H (dysts)";
  }

  @Override
  public String description() {
    return "Hellinger distance over the first 100 bins of power spectra that sum to 1 over all bins,"
        + " neither standardised nor smoothed, mean over variables (Liu et al. 2025, after dysts)";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(List<Orbits> orbits, long seed) {
    double sum = 0;
    for (Orbits orbit : orbits) {
      for (int d = 0; d < orbit.dimension(); d++) {
        double[] truth = leading(orbit.truth(), orbit.dimension(), d, orbit.rows());
        double[] run = leading(orbit.generated(), orbit.dimension(), d, orbit.rows());
        double squares = 0;
        for (int k = 0; k < truth.length; k++) {
          double difference = Math.sqrt(truth[k]) - Math.sqrt(run[k]);
          squares += difference * difference;
        }
        sum += Math.sqrt(squares / 2) / orbit.dimension();
      }
    }
    return sum / orbits.size();
  }

  private static double[] leading(double[] values, int dimension, int variable, int rows) {
    double[] half = RawSpectrum.magnitudes(values, dimension, variable, rows);
    double all = 0;
    for (int k = 0; k < rows; k++) {
      double magnitude = half[Math.min(k, rows - k)];
      all += magnitude * magnitude;
    }
    double[] leading = new double[Math.min(BINS, rows)];
    for (int k = 0; k < leading.length && all > 0; k++) {
      double magnitude = half[Math.min(k, rows - k)];
      leading[k] = magnitude * magnitude / all;
    }
    return leading;
  }
}
