package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How far the power spectrum of free runs is from that of the truth, in decibels: 20 log10(2 |X_k|
 * / T) of every variable of every test series, on the scale models see, is averaged over variables
 * and series; the mean over frequencies of what is left of the difference (Vlachas et al., Neural
 * Networks 126, 2020, whose runs start at many initial conditions and are equally long: of test
 * series the shortest one's length, made even, is taken of all). Magnitudes below 1e-12 count as
 * that, so that a run that has come to rest has a number.
 */
record DecibelError(
    String name, String title, String description, DoubleUnaryOperator ofADifference)
    implements AttractorMetric {
  private static final double SMALLEST = 1e-12;

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public double value(List<Orbits> orbits, long seed) {
    int rows = orbits.stream().mapToInt(Orbits::rows).min().orElseThrow() / 2 * 2;
    if (rows == 0) {
      return Double.NaN;
    }
    double[] difference = new double[rows / 2 + 1];
    int terms = 0;
    for (Orbits orbit : orbits) {
      for (int d = 0; d < orbit.dimension(); d++, terms++) {
        double[] truth = RawSpectrum.magnitudes(orbit.truth(), orbit.dimension(), d, rows);
        double[] run = RawSpectrum.magnitudes(orbit.generated(), orbit.dimension(), d, rows);
        for (int k = 0; k < difference.length; k++) {
          difference[k] += decibels(run[k], rows) - decibels(truth[k], rows);
        }
      }
    }
    double sum = 0;
    for (double each : difference) {
      sum += ofADifference.applyAsDouble(each / terms);
    }
    return sum / difference.length;
  }

  private static double decibels(double magnitude, int rows) {
    return 20 * Math.log10(Math.max(SMALLEST, 2 * magnitude / rows));
  }

  /** Both norms. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    private static final String SPECTRA =
        " difference between the power spectra of runs and truth in decibels, each averaged over"
            + " variables and test series, not smoothed, mean over frequencies";

    @Override
    public List<? extends Metric> metrics() {
      return List.of(
          new DecibelError(
              "spectrum_db",
              "spectrum (dB)",
              "absolute" + SPECTRA + " (Vlachas et al. 2020)",
              Math::abs),
          new DecibelError(
              "spectrum_db_mse", "spectrum MSE (dB²)", "squared" + SPECTRA, db -> db * db));
    }
  }
}
