package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.grid.EqualBins;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.Arrays;
import java.util.List;

/**
 * Published ways to bin D_stsp that give other numbers than the default of {@link
 * StateSpaceDivergence}: each has a name of its own, so that a published value stands beside what
 * it was measured by. All have 30 bins a variable, drop what falls into the first bin of any
 * variable (the codes ask for positive whole numbers after cutting off the fraction) and add 1e-5
 * to each of the 30^N cells.
 *
 * @param range of the bins
 * @param rows of the run that are compared with the whole truth, at most
 */
record BinnedVariant(String name, String title, String description, Range range, int rows)
    implements AttractorMetric {

  /** From where to where a variable is binned. */
  @FunctionalInterface
  interface Range {
    /** Bins of a variable. */
    EqualBins of(Spread truth);
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public void check(Dataset dataset) {
    StateSpaceDivergence.check(name, dataset);
  }

  @Override
  public double value(List<Orbits> orbits, long seed) {
    int dimension = orbits.get(0).dimension();
    double[] truth = StateSpaceDivergence.pool(orbits.stream().map(Orbits::truth).toList());
    List<double[]> runs =
        orbits.stream().map(Orbits::generated).map(r -> cut(r, dimension)).toList();
    EqualBins[] axes = new EqualBins[dimension];
    for (int d = 0; d < dimension; d++) {
      axes[d] = range.of(Spread.of(truth, dimension, d));
    }
    return StateSpaceDivergence.divergence(
        StateSpaceDivergence.cells(truth, axes, 1),
        StateSpaceDivergence.cells(StateSpaceDivergence.pool(runs), axes, 1),
        Math.pow(StateSpaceDivergence.BINS, dimension),
        StateSpaceDivergence.SMOOTHING);
  }

  private double[] cut(double[] run, int dimension) {
    return run.length / dimension <= rows ? run : Arrays.copyOf(run, rows * dimension);
  }

  /** The variants that were published. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    private static final Range AROUND_ZERO =
        truth -> between(-2 * truth.sampleDeviation(), 2 * truth.sampleDeviation());
    private static final Range OF_THE_TRUTH = truth -> between(truth.minimum(), truth.maximum());
    private static final String REST =
        "; the first bin of every variable dropped, 1e-5 added to each cell; up to 5 variables";

    private static EqualBins between(double low, double high) {
      return EqualBins.between(low, high, StateSpaceDivergence.BINS);
    }

    @Override
    public List<? extends Metric> metrics() {
      return List.of(
          new BinnedVariant(
              "d_stsp_legacy",
              "D_stsp (±2σ)",
              "Kullback-Leibler divergence in state space (nats), 30 bins a variable from -2 to 2"
                  + " sigma of the truth around 0, outliers of truth and run dropped (Mikhaeil et"
                  + " al. 2022; Brenner et al. 2022)"
                  + REST,
              AROUND_ZERO,
              Integer.MAX_VALUE),
          new BinnedVariant(
              "d_stsp_notebook",
              "D_stsp (min to max)",
              "Kullback-Leibler divergence in state space (nats), 30 bins a variable from the"
                  + " smallest to the largest true value (the Python code of Brenner et al. 2024)"
                  + REST,
              OF_THE_TRUTH,
              Integer.MAX_VALUE),
          new BinnedVariant(
              "d_stsp_notebook_10k",
              "D_stsp (min to max, 10k)",
              "as d_stsp_notebook, but of the first 10000 rows of the run against the whole truth"
                  + " (the tutorial of Brenner et al. 2024): about 1 of it is finite length on"
                  + " Lorenz-63",
              OF_THE_TRUTH,
              10_000));
    }
  }
}
