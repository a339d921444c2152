package io.ergodic.datasets.chaos.field;

import io.ergodic.datasets.chaos.SampledSystem;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.kernel.StrictSine;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The Kuramoto-Sivashinsky equation on a ring, as a system to sample.
 *
 * @param length {@code parameters.length} (22) of the ring
 * @param dimension {@code dimension} (64): points of the grid, even
 * @param solverStep {@code solverStep} (1/16): of the integration; samples lie on its multiples, so
 *     how densely a solution is sampled does not change it
 */
public record FieldEquation(double length, int dimension, double solverStep)
    implements SampledSystem {
  private static final String NAME = "KuramotoSivashinsky";
  private static final double CHARACTERISTIC_TIME = 10;

  /** Reads {@code system} and the keys above except for {@code parameters}. */
  static FieldEquation readStandard(Settings settings) {
    settings.choice("system", NAME, List.of(NAME));
    int points = settings.integer("dimension", 64, 8, 1 << 20);
    if (points % 2 != 0) {
      throw settings.error("dimension", "must be even, not " + points);
    }
    return new FieldEquation(22, points, settings.number("solverStep", 0.0625, 1e-6, 1));
  }

  /** Refuses a sampling step that is no multiple of the solver's. */
  void checkStep(Settings settings, double step) {
    double ratio = step / solverStep;
    if (ratio < 0.5 || Math.abs(ratio - Math.rint(ratio)) > 1e-9 * ratio) {
      throw settings.error("step", "must be a multiple of solverStep " + solverStep + ": " + step);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> parameterNames() {
    return List.of("length");
  }

  @Override
  public double[] parameters() {
    return new double[] {length};
  }

  @Override
  public FieldEquation withParameters(double[] values) {
    FieldEquation changed = new FieldEquation(values[0], dimension, solverStep);
    if (!(changed.length >= 1)) {
      throw new IntegrationException("length of less than 1", changed, 0, new double[0]);
    }
    return changed;
  }

  @Override
  public double period() {
    return CHARACTERISTIC_TIME;
  }

  @Override
  public OptionalDouble defaultStep() {
    return OptionalDouble.of(4 * solverStep);
  }

  @Override
  public OptionalDouble exponent() {
    return OptionalDouble.empty();
  }

  /** A few waves of mean 0. */
  @Override
  public double[] start() {
    double[] start = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      double angle = 2 * Math.PI * j / dimension;
      start[j] =
          StrictSine.cos(angle) + 0.7 * StrictSine.sin(2 * angle) + 0.3 * StrictSine.cos(3 * angle);
    }
    return start;
  }

  /** An integrator of this equation with a number of tangent vectors. */
  public KuramotoSivashinsky solver(int vectors) {
    return new KuramotoSivashinsky(length, dimension, solverStep, vectors);
  }

  @Override
  public double[] sample(double[] start, double begin, double step, int samples) {
    double[] values = new double[Math.multiplyExact(samples, dimension)];
    double[] centred = start.clone();
    double mean = 0;
    for (double value : start) {
      mean += value / dimension;
    }
    for (int j = 0; j < dimension; j++) {
      centred[j] -= mean;
    }
    KuramotoSivashinsky solver = solver(0);
    solver.start(centred);
    long every = Math.round(step / solverStep);
    long from = (long) Math.ceil(begin / solverStep);
    long time = 0;
    for (int k = 0; k < samples; k++) {
      for (long goal = from + k * every; time < goal; time++) {
        solver.step();
      }
      solver.field(values, k * dimension);
      if (!Double.isFinite(values[k * dimension])) {
        throw new IntegrationException(
            "divergence", this, solver.time(), new double[] {values[k * dimension]});
      }
    }
    return values;
  }

  @Override
  public String toString() {
    return NAME + "(dimension = " + dimension + ", length = " + length + ")";
  }
}
