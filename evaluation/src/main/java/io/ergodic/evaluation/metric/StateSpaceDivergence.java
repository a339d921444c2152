package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.grid.EqualBins;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.evidence.Orbits;
import java.util.Arrays;
import java.util.List;

/**
 * D_stsp, binned: the Kullback-Leibler divergence (nats) of the generated from the true density in
 * state space, as Hess, Monfared, Brenner and Durstewitz (ICML 2023) compute it (their
 * implementation's default variant). Every variable is cut into 30 equal bins between the smallest
 * true value minus 0.1 sample standard deviations and the largest plus 0.1; generated points
 * outside are dropped; both histograms get 1e-5 added to each cell. D = sum p ln(p / q) over all
 * 30^N cells, p true. Only occupied cells are visited: all others contribute the same term.
 *
 * <p>Several test series are pooled, and so are the runs: each samples the same invariant measure.
 * Values depend on the length of the run, which is why it always equals that of the truth.
 */
@AutoService(Metric.class)
public final class StateSpaceDivergence implements AttractorMetric {
  static final int MAXIMUM_DIMENSION = 5;
  static final int BINS = 30;
  static final double SMOOTHING = 1e-5;

  @Override
  public String name() {
    return "d_stsp";
  }

  @Override
  public String title() {
    return "D_stsp";
  }

  @Override
  public String description() {
    return "Kullback-Leibler divergence in state space (nats), binned: 30 bins a variable over the"
        + " true range +-0.1 sigma, 1e-5 added to each cell (the 'default' variant of Hess et al."
        + " 2023); up to 5 variables";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public void check(Dataset dataset) {
    check(name(), dataset);
  }

  static void check(String metric, Dataset dataset) {
    if (dataset instanceof SeriesDataset data && data.dimension() > MAXIMUM_DIMENSION) {
      throw new InvalidInputException(
          "metric "
              + metric
              + " counts 30^N cells and is defined for up to 5 variables; dataset "
              + data.manifest().name()
              + " has "
              + data.dimension()
              + ": use d_stsp_gmm");
    }
  }

  /** Infinite when no generated point lies inside the range of the truth. */
  @Override
  public double value(List<Orbits> orbits, long seed) {
    double[] truth = pool(orbits.stream().map(Orbits::truth).toList());
    double[] generated = pool(orbits.stream().map(Orbits::generated).toList());
    return divergence(truth, generated, orbits.get(0).dimension(), BINS, SMOOTHING);
  }

  static double divergence(
      double[] truth, double[] generated, int dimension, int bins, double smoothing) {
    EqualBins[] axes = new EqualBins[dimension];
    for (int d = 0; d < dimension; d++) {
      Spread spread = Spread.of(truth, dimension, d);
      axes[d] =
          EqualBins.around(spread.minimum(), spread.maximum(), spread.sampleDeviation(), bins);
    }
    long[] trueCells = cells(truth, axes, 0);
    long[] generatedCells = cells(generated, axes, 0);
    return divergence(trueCells, generatedCells, Math.pow(bins, dimension), smoothing);
  }

  /**
   * Of two lists of cell numbers, sorted; infinite when one of them is empty.
   *
   * @param all number of cells there are
   */
  static double divergence(long[] trueCells, long[] generatedCells, double all, double smoothing) {
    if (trueCells.length == 0 || generatedCells.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double trueTotal = trueCells.length + smoothing * all;
    double generatedTotal = generatedCells.length + smoothing * all;
    double sum = 0;
    long occupied = 0;
    int i = 0;
    int j = 0;
    while (i < trueCells.length || j < generatedCells.length) {
      long left = i < trueCells.length ? trueCells[i] : Long.MAX_VALUE;
      long right = j < generatedCells.length ? generatedCells[j] : Long.MAX_VALUE;
      long cell = Math.min(left, right);
      int trueFrom = i;
      while (i < trueCells.length && trueCells[i] == cell) {
        i++;
      }
      int generatedFrom = j;
      while (j < generatedCells.length && generatedCells[j] == cell) {
        j++;
      }
      double p = (i - trueFrom + smoothing) / trueTotal;
      double q = (j - generatedFrom + smoothing) / generatedTotal;
      sum += p * Math.log(p / q);
      occupied++;
    }
    return sum + (all - occupied) * (smoothing / trueTotal) * Math.log(generatedTotal / trueTotal);
  }

  /**
   * Cell numbers of the points inside the grid, sorted. A constant variable has one bin.
   *
   * @param first bin of each variable that counts as inside
   */
  static long[] cells(double[] values, EqualBins[] axes, int first) {
    int dimension = axes.length;
    int rows = values.length / dimension;
    long[] cells = new long[rows];
    int inside = 0;
    for (int t = 0; t < rows; t++) {
      long cell = 0;
      for (int d = 0; d < dimension && cell >= 0; d++) {
        int bin = axes[d].of(values[t * dimension + d]);
        cell = bin >= first ? cell * axes[d].count() + bin : -1;
      }
      if (cell >= 0) {
        cells[inside++] = cell;
      }
    }
    long[] found = Arrays.copyOf(cells, inside);
    Arrays.sort(found);
    return found;
  }

  static double[] pool(List<double[]> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    double[] all = new double[parts.stream().mapToInt(part -> part.length).sum()];
    int offset = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, offset, part.length);
      offset += part.length;
    }
    return all;
  }
}
