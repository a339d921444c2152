package io.ergodic.models.occupation;

import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.cycle.Cycle;
import io.ergodic.datasets.cycle.CycleSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * The fixed points of piecewise-linear maps, to find in a model of a chaotic system those that
 * hold. The search starts in the regions that short runs visit.
 */
final class FixedPoints {
  private static final int GUESSES = 150;
  private static final int ITERATIONS = 60;
  private static final int STEPS = 60;
  private static final int EVERY = 3;

  /** How far beside a point runs begin, in parts of the way to another state. */
  private static final double[] PARTS = {0.02, 0.05, 0.1, 0.2};

  private static final int WAYS = 3;

  private final CycleSearch search;

  FixedPoints(long seed) {
    this.search = new CycleSearch(1, GUESSES, ITERATIONS, seed);
  }

  /**
   * What is found from some states.
   *
   * @param states that runs begin in; left as they are
   */
  List<Cycle> of(PiecewiseLinear map, double[][] states) {
    List<long[]> regions = new ArrayList<>();
    double[] state = new double[map.stateDimension()];
    for (double[] start : states) {
      System.arraycopy(start, 0, state, 0, state.length);
      for (int k = 0; k < STEPS; k++) {
        if (k % EVERY == 0) {
          long[] region = new long[map.patternLength()];
          map.region(state, region);
          regions.add(region);
        }
        map.step(state, state);
      }
    }
    return search.find(map, regions);
  }

  /** Whether what comes near it stays. */
  static boolean holds(Cycle point) {
    return point.radius() < 1;
  }

  /** States on the ways from each point to some of the states, near the point. */
  static double[][] beside(List<Cycle> points, double[][] states) {
    List<double[]> beside = new ArrayList<>();
    for (Cycle point : points) {
      for (int way = 0; way < Math.min(WAYS, states.length); way++) {
        for (double part : PARTS) {
          double[] state = point.states()[0].clone();
          for (int m = 0; m < state.length; m++) {
            state[m] += part * (states[way][m] - state[m]);
          }
          beside.add(state);
        }
      }
    }
    return beside.toArray(double[][]::new);
  }
}
