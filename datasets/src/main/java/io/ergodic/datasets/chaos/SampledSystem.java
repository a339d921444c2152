package io.ergodic.datasets.chaos;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A system that trajectories of a dataset are sampled from: a flow, map, delay equation or field.
 */
public interface SampledSystem {
  /** The name it has in the catalogue. */
  String name();

  /** Names of its parameters. */
  List<String> parameterNames();

  /** Their values, in the order of the names. */
  double[] parameters();

  /**
   * The same system with other parameters.
   *
   * @throws io.ergodic.datasets.integrate.IntegrationException where it has no solution for them
   */
  SampledSystem withParameters(double[] values);

  /** Values of a sample. */
  int dimension();

  /** What transients are counted in: a period, an iteration, a characteristic time. */
  double period();

  /** Time between samples unless set otherwise; empty for a share of the period. */
  default OptionalDouble defaultStep() {
    return OptionalDouble.empty();
  }

  /** Largest Lyapunov exponent per unit of time, where known. */
  OptionalDouble exponent();

  /** The name of a coordinate. */
  default String coordinate(int index) {
    return dimension() <= 4 ? "xyzw".substring(index, index + 1) : "x" + (index + 1);
  }

  /**
   * Coordinates along which the system repeats itself, angles and phases of drives, with the length
   * of the repeat; infinite for one that grows without end and never repeats.
   */
  default Map<Integer, Double> periodic() {
    return Map.of();
  }

  /** A start that leads to the attractor; what is near it does so as well. */
  double[] start();

  /**
   * Samples at {@code begin + k * step}, k = 0 to {@code length} - 1, of the trajectory from {@code
   * start} at time 0. A system in discrete time begins at the next time it has.
   *
   * @return length x dimension, row-major
   * @throws io.ergodic.datasets.integrate.IntegrationException where the trajectory ends
   */
  double[] sample(double[] start, double begin, double step, int length);
}
