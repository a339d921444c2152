package io.ergodic.evaluation.regions;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.cycle.Cycle;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.evaluation.analysis.LyapunovSpectrum;
import io.ergodic.evaluation.analysis.SymbolicOrbit;
import io.ergodic.evaluation.analysis.TransitionGraph;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.figure.Figure;
import io.ergodic.evaluation.result.Artefact;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Analyses a trained piecewise-linear system along a run of 20,000 steps (5,000 at least, of large
 * ones) from the first test row, after 1,000 more: regions, transitions, entropies, Lyapunov
 * spectrum, fixed points and cycles. What it costs is bounded: the search has fewer starts and
 * shorter periods for larger systems, and none beyond 256 states. Systems of another sort have no
 * such figure.
 */
@AutoService(Figure.class)
public final class RegionFigure implements Figure {
  private static final int TRANSIENT = 1_000;
  private static final int STEPS = 20_000;
  private static final int FEWEST_STEPS = 5_000;

  /** Multiply-adds of a run and of looking at the gates along it. */
  private static final double BUDGET = 2e9;

  private static final int SHOWN_ROWS = 4_000;
  private static final int SHOWN_REGIONS = 12;
  private static final int SHOWN_SYMBOLS = 400;
  private static final int SHOWN_CYCLES = 24;
  private static final int SHOWN_EIGENVALUES = 6;
  private static final int SHOWN_EXPONENTS = 8;
  private static final int NAMED_GATES = 24;

  @Override
  public String name() {
    return "regions";
  }

  @Override
  public String task() {
    return "reconstruction";
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    if (!(evidence.model().orElse(null) instanceof PiecewiseLinear map)) {
      return List.of();
    }
    SeriesDataset data = evidence.get(SeriesDataset.class);
    double[] state = start(map, data);
    for (int k = 0; k < TRANSIENT; k++) {
      map.step(state, state);
    }
    double[] begin = state.clone();
    double cost = (double) map.stateDimension() * (map.stateDimension() + map.gates());
    int steps = (int) Math.max(FEWEST_STEPS, Math.min(STEPS, BUDGET / cost));
    SymbolicOrbit orbit = SymbolicOrbit.of(map, state, steps);
    TransitionGraph graph = orbit.transitions();
    LyapunovEstimate spectrum =
        LyapunovSpectrum.of(map, begin, data.step(), TRANSIENT, steps, evidence.seed());
    RegionSearch search = RegionSearch.of(map, evidence.seed());
    List<Cycle> cycles = search.find(map, orbit, begin);
    int columns = Math.min(3, data.dimension());
    return List.of(
        new RegionPortrait(
            data.manifest().schema().columns().subList(0, columns),
            new RegionPortrait.Run(
                observed(map, begin, SHOWN_ROWS, columns),
                Arrays.copyOf(orbit.symbols(), SHOWN_ROWS),
                Arrays.copyOf(orbit.symbols(), SHOWN_SYMBOLS),
                steps),
            graph(map, orbit, graph),
            invariants(graph, spectrum, data.step()),
            cycles.stream()
                .limit(SHOWN_CYCLES)
                .map(cycle -> orbit(map, cycle, orbit, columns))
                .toList(),
            search.longest()));
  }

  /** The most visited regions, and the transitions between them. */
  private static RegionPortrait.Graph graph(
      PiecewiseLinear map, SymbolicOrbit orbit, TransitionGraph graph) {
    int shown = Math.min(SHOWN_REGIONS, orbit.regions().size());
    int[] edges =
        IntStream.range(0, graph.from().length)
            .filter(e -> graph.from()[e] < shown && graph.to()[e] < shown)
            .toArray();
    double[] probabilities = graph.probabilities();
    float[] shares = new float[edges.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) probabilities[edges[i]];
    }
    return new RegionPortrait.Graph(
        orbit.regions().size(),
        orbit.regions().subList(0, shown).stream().map(p -> gates(map, p)).toList(),
        Arrays.copyOf(orbit.visits(), shown),
        IntStream.of(edges).map(e -> graph.from()[e]).toArray(),
        IntStream.of(edges).map(e -> graph.to()[e]).toArray(),
        shares);
  }

  private static RegionPortrait.Invariants invariants(
      TransitionGraph graph, LyapunovEstimate spectrum, double step) {
    return new RegionPortrait.Invariants(
        graph.topologicalEntropy(),
        graph.metricEntropy(),
        step,
        spectrum.exponents().stream()
            .limit(SHOWN_EXPONENTS)
            .map(each -> new double[] {each.value(), each.standardError()})
            .toArray(double[][]::new),
        spectrum.kaplanYorke().value());
  }

  private static double[] start(PiecewiseLinear map, SeriesDataset data) {
    Series test = data.series(Split.TEST).get(0);
    int row = FreeRuns.first(map, data);
    int rows = map.contextRows();
    double[] state = new double[map.stateDimension()];
    double[] context = test.slice(row + 1 - rows, row + 1).values();
    map.initialise(context, rows, state);
    return state;
  }

  private static float[][] observed(PiecewiseLinear map, double[] begin, int rows, int columns) {
    double[] state = begin.clone();
    double[] seen = new double[map.observedDimension()];
    float[][] points = new float[rows][columns];
    for (float[] point : points) {
      map.observe(state, seen);
      for (int d = 0; d < columns; d++) {
        point[d] = (float) seen[d];
      }
      map.step(state, state);
    }
    return points;
  }

  private static RegionPortrait.Orbit orbit(
      PiecewiseLinear map, Cycle cycle, SymbolicOrbit run, int columns) {
    float[][] points = new float[cycle.period()][];
    int[] regions = new int[cycle.period()];
    long[] pattern = new long[map.patternLength()];
    for (int k = 0; k < points.length; k++) {
      points[k] = observed(map, cycle.states()[k], 1, columns)[0];
      map.region(cycle.states()[k], pattern);
      regions[k] = run.number(pattern);
    }
    int eigenvalues = Math.min(SHOWN_EIGENVALUES, cycle.real().length);
    return new RegionPortrait.Orbit(
        points,
        regions,
        Arrays.copyOf(cycle.real(), eigenvalues),
        Arrays.copyOf(cycle.imaginary(), eigenvalues),
        cycle.stability().name().toLowerCase(Locale.ROOT));
  }

  /** The gates of a pattern in their order, an open one as 1. */
  private static String gates(PiecewiseLinear map, long[] pattern) {
    StringBuilder bits = new StringBuilder();
    for (int g = 0; g < map.gates() && map.gates() <= NAMED_GATES; g++) {
      bits.append(pattern[g >> 6] >>> g & 1);
    }
    return bits.toString();
  }
}
