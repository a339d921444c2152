package io.ergodic.evaluation.report;

import io.ergodic.evaluation.analysis.TransitionGraph;
import io.ergodic.evaluation.regions.RegionPortrait;
import java.util.Arrays;
import java.util.List;

/** A made-up portrait: the quarters of Lorenz's attractor as if they were linear regions. */
final class PortraitFixture {
  private PortraitFixture() {}

  static RegionPortrait of(float[][] orbit) {
    int[] region = new int[orbit.length];
    int[] visits = new int[4];
    for (int i = 0; i < region.length; i++) {
      region[i] = (orbit[i][0] > 0 ? 0 : 1) + (orbit[i][2] > 25 ? 0 : 2);
      visits[region[i]]++;
    }
    TransitionGraph graph = TransitionGraph.of(region, 4);
    double[] shares = graph.probabilities();
    float[] probability = new float[shares.length];
    for (int e = 0; e < shares.length; e++) {
      probability[e] = (float) shares[e];
    }
    return new RegionPortrait(
        List.of("x", "y", "z"),
        new RegionPortrait.Run(orbit, region, Arrays.copyOf(region, 400), region.length),
        new RegionPortrait.Graph(
            4, List.of("11", "01", "10", "00"), visits, graph.from(), graph.to(), probability),
        new RegionPortrait.Invariants(
            graph.topologicalEntropy(),
            graph.metricEntropy(),
            0.02,
            new double[][] {{0.91, 0.01}, {0, 0.001}, {-14.6, 0.01}},
            2.06),
        List.of(
            cycle("saddle", new int[] {-1}, new float[][] {{0, 0, 0}}),
            cycle("saddle", new int[] {0}, new float[][] {{8.49f, 8.49f, 27}}),
            cycle("unstable", new int[] {0, 3}, new float[][] {{5, 6, 27}, {-5, -6, 20}})),
        3);
  }

  private static RegionPortrait.Orbit cycle(String stability, int[] regions, float[][] points) {
    double[] real = {1.2, 0.3};
    return new RegionPortrait.Orbit(points, regions, real, new double[] {0.4, 0}, stability);
  }
}
