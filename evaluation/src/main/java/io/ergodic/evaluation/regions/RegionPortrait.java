package io.ergodic.evaluation.regions;

import io.ergodic.evaluation.result.Artefact;
import java.util.List;

/**
 * The linear regions of a trained system along one free run.
 *
 * @param columns names of up to 3 observed variables
 * @param cycles fixed points and cycles that the search found
 * @param searched longest period searched for
 */
public record RegionPortrait(
    List<String> columns,
    Run run,
    Graph graph,
    Invariants invariants,
    List<Orbit> cycles,
    int searched)
    implements Artefact {

  /**
   * The run.
   *
   * @param orbit rows x columns, successive steps of the run
   * @param region of each row of the orbit, numbered by how often it is visited
   * @param symbols the regions of the first steps of the run
   * @param steps of the whole run
   */
  public record Run(float[][] orbit, int[] region, int[] symbols, int steps) {}

  /**
   * The regions and how they follow each other.
   *
   * @param regions number of regions that the whole run visits
   * @param names gates of the regions shown, an open one as 1; empty where there are too many
   * @param visits of the regions shown, the most visited ones
   * @param from source of each transition between regions shown
   * @param to target of each of them
   * @param probability of each, given its source
   */
  public record Graph(
      int regions, List<String> names, int[] visits, int[] from, int[] to, float[] probability) {}

  /**
   * What the run has in common with all others on its attractor.
   *
   * @param topologicalEntropy nats a step; NaN where unknown
   * @param metricEntropy nats a step
   * @param step time of a step
   * @param exponents the largest Lyapunov exponents per unit of time, with their standard errors
   * @param kaplanYorke dimension; NaN where unknown
   */
  public record Invariants(
      double topologicalEntropy,
      double metricEntropy,
      double step,
      double[][] exponents,
      double kaplanYorke) {}

  /**
   * A fixed point or cycle.
   *
   * @param points of it as they are observed: period x columns
   * @param regions of its points, as numbers of the run; -1 for one that the run does not visit
   * @param real parts of the largest eigenvalues
   * @param imaginary parts of them
   * @param stability in words
   */
  public record Orbit(
      float[][] points, int[] regions, double[] real, double[] imaginary, String stability) {}
}
