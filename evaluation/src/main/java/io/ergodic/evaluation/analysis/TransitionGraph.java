package io.ergodic.evaluation.analysis;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The graph of the transitions between symbols of a sequence, with its two entropies. An edge is
 * there where its transition was seen at least once.
 *
 * @param from source of each edge, in ascending order
 * @param to target of each edge
 * @param counts transitions seen along each edge
 * @param nodes number of symbols
 */
public record TransitionGraph(int nodes, int[] from, int[] to, int[] counts) {

  /** Of a sequence of symbols from 0 to {@code nodes} - 1. */
  public static TransitionGraph of(int[] symbols, int nodes) {
    Map<Long, int[]> edges = new TreeMap<>();
    for (int t = 1; t < symbols.length; t++) {
      long edge = (long) symbols[t - 1] * nodes + symbols[t];
      edges.computeIfAbsent(edge, one -> new int[1])[0]++;
    }
    int[] from = new int[edges.size()];
    int[] to = new int[edges.size()];
    int[] counts = new int[edges.size()];
    int i = 0;
    for (Map.Entry<Long, int[]> edge : edges.entrySet()) {
      from[i] = (int) (edge.getKey() / nodes);
      to[i] = (int) (edge.getKey() % nodes);
      counts[i++] = edge.getValue()[0];
    }
    return new TransitionGraph(nodes, from, to, counts);
  }

  /** The share of the transitions from a symbol that go along each edge. */
  public double[] probabilities() {
    long[] out = out();
    double[] shares = new double[from.length];
    for (int e = 0; e < from.length; e++) {
      shares[e] = counts[e] / (double) out[from[e]];
    }
    return shares;
  }

  private long[] out() {
    long[] out = new long[nodes];
    for (int e = 0; e < from.length; e++) {
      out[from[e]] += counts[e];
    }
    return out;
  }

  /**
   * The topological entropy of the subshift of finite type that allows the transitions seen: the
   * logarithm of the spectral radius of their matrix of 0 and 1, nats a step; 0 where nothing comes
   * back, NaN for a graph so large that it could not be had. What an orbit of finite length has not
   * shown is not in it. The graph remembers one step, and allows what a longer memory would forbid:
   * of a finely sampled flow it is an upper bound far from sharp (log 2 for a limit cycle that
   * dwells in two regions).
   */
  public double topologicalEntropy() {
    double radius = SpectralRadius.of(nodes, from, to);
    return radius <= 1 ? 0 : Math.log(radius);
  }

  /**
   * The metric entropy of the Markov chain with the transitions' shares as its probabilities: the
   * sum over symbols of their share times the entropy of what follows, nats a step. It never
   * exceeds the topological one of the same graph, but for the one transition more that leads into
   * than out of the ends of a sequence.
   */
  public double metricEntropy() {
    long[] out = out();
    double all = Arrays.stream(out).sum();
    double sum = 0;
    for (int e = 0; e < from.length; e++) {
      sum -= counts[e] / all * Math.log(counts[e] / (double) out[from[e]]);
    }
    return sum;
  }
}
