package io.ergodic.datasets.invariant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Judges the batches of a run. */
final class Verdict {
  /**
   * Total growth below exp(10) is not told from none: along a flow that neither rests nor escapes,
   * and by the shear of a torus, tangent vectors grow by such bounded or slow factors.
   */
  private static final double RESOLVED_GROWTH = 10;

  private static final double ERRORS = 3;

  /** Growth in a timescale that is as good as none. */
  private static final double REGULAR_GROWTH = 0.01;

  private final TangentSystem system;
  private final LyapunovSettings settings;
  private final BatchMeans batches;
  private final int vectors;

  Verdict(TangentSystem system, LyapunovSettings settings, BatchMeans batches, int vectors) {
    this.system = system;
    this.settings = settings;
    this.batches = batches;
    this.vectors = vectors;
  }

  /** Whether no longer run is needed. */
  boolean clear() {
    Estimate largest = descending().get(0);
    return switch (status(largest)) {
      case CHAOTIC -> precise(largest);
      case REGULAR -> true;
      default -> false;
    };
  }

  private boolean precise(Estimate largest) {
    return largest.standardError() <= settings.relativeError() * largest.value();
  }

  private Status status(Estimate largest) {
    if (largest.value() > resolution(largest)) {
      return Status.CHAOTIC;
    }
    double bound = largest.value() + resolution(largest);
    return bound <= 0 || bound <= REGULAR_GROWTH / settings.timescale()
        ? Status.REGULAR
        : Status.UNDECIDED;
  }

  /** An exponent too small for any run of this length. */
  double unresolved() {
    return RESOLVED_GROWTH / time();
  }

  /** What an exponent must exceed to be told from zero. */
  private double resolution(Estimate exponent) {
    return Math.max(ERRORS * exponent.standardError(), unresolved());
  }

  LyapunovEstimate estimate(String drift, double discarded) {
    List<Integer> order = order();
    List<Estimate> exponents = descending();
    Estimate largest = exponents.get(0);
    Status status = drift.isEmpty() ? status(largest) : Status.UNDECIDED;
    boolean converged = drift.isEmpty() && (status == Status.REGULAR || precise(largest));
    // which exponents count as zero is settled before the jackknife varies the others
    boolean[] zero = new boolean[vectors];
    for (int v = 0; v < vectors; v++) {
      zero[v] = Math.abs(exponents.get(v).value()) <= resolution(exponents.get(v));
    }
    BatchMeans.Statistic dimension = means -> dimension(means, order, zero);
    BatchMeans.Statistic entropy = means -> entropy(means, order, zero);
    double[] means = IntStream.range(0, vectors).mapToDouble(batches::mean).toArray();
    Estimate nearest =
        exponents.stream().min(Comparator.comparingDouble(e -> Math.abs(e.value()))).orElseThrow();
    boolean all = vectors == system.dimension();
    return new LyapunovEstimate(
        status,
        reason(status, converged, drift),
        converged,
        exponents,
        estimate(dimension, means),
        estimate(entropy, means),
        nearest,
        Math.abs(nearest.value()) <= resolution(nearest),
        all ? column(vectors) : Estimate.NONE,
        time(),
        discarded);
  }

  private String reason(Status status, boolean converged, String drift) {
    if (!drift.isEmpty()) {
      return drift;
    }
    if (converged) {
      return "";
    }
    return status == Status.UNDECIDED
        ? "the largest exponent is neither above its resolution nor near enough to zero"
        : "the standard error aimed at was not reached";
  }

  private Estimate estimate(BatchMeans.Statistic statistic, double[] means) {
    double value = statistic.of(means);
    return Double.isNaN(value) ? Estimate.NONE : new Estimate(value, batches.jackknife(statistic));
  }

  private double dimension(double[] means, List<Integer> order, boolean[] zero) {
    double[] spectrum = new double[vectors];
    for (int v = 0; v < vectors; v++) {
      spectrum[v] = zero[v] ? 0 : means[order.get(v)];
    }
    return KaplanYorke.dimension(spectrum, system.dimension());
  }

  private double entropy(double[] means, List<Integer> order, boolean[] zero) {
    double sum = 0;
    for (int v = 0; v < vectors; v++) {
      sum += zero[v] ? 0 : Math.max(0, means[order.get(v)]);
    }
    return sum;
  }

  private List<Integer> order() {
    return IntStream.range(0, vectors)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer v) -> batches.mean(v)).reversed())
        .toList();
  }

  private List<Estimate> descending() {
    List<Estimate> exponents = new ArrayList<>();
    order().forEach(v -> exponents.add(column(v)));
    return exponents;
  }

  private Estimate column(int column) {
    double mean = batches.mean(column);
    return Double.isNaN(mean) ? Estimate.NONE : new Estimate(mean, batches.standardError(column));
  }

  private double time() {
    return batches.rows() * system.interval();
  }
}
