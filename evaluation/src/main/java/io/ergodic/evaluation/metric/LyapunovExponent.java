package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.random.RandomStreams;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The largest Lyapunov exponent per unit of time, from the system's own Jacobians: the mean growth
 * log |J(z) q| of a tangent vector q, normalised after each step, along an orbit of 100000 steps
 * (20000 for states of more than 64 variables, whose Jacobians are large) after a transient of
 * 10000. That is the first diagonal entry of the QR method (Benettin et al. 1980; Hess et al. 2023
 * use it for their models), the only one the largest exponent needs.
 */
@AutoService(Metric.class)
public final class LyapunovExponent implements DynamicsMetric {
  private static final int TRANSIENT = 10_000;
  private static final int STEPS = 100_000;
  private static final int STEPS_LARGE = 20_000;
  private static final int LARGE = 64;

  @Override
  public String name() {
    return "lyapunov_max";
  }

  @Override
  public String title() {
    return "λ_max";
  }

  @Override
  public String description() {
    return "largest Lyapunov exponent per unit of time, from the system's Jacobians along 100000"
        + " steps after a transient of 10000";
  }

  @Override
  public Direction direction() {
    return Direction.CLOSER_TO_FLOOR_IS_BETTER;
  }

  @Override
  public boolean invariant() {
    return true;
  }

  /** The exponent that is known of the data. */
  @Override
  public Optional<String> knownAs() {
    return Optional.of("lyapunov");
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    Starts starts = Starts.of(model, data, 0, 1);
    if (starts.all().isEmpty()) {
      return Double.NaN;
    }
    double[] state = new double[model.stateDimension()];
    double[] context = new double[model.contextRows() * data.dimension()];
    starts.all().get(0).initialise(model, context, state);
    int steps = state.length > LARGE ? STEPS_LARGE : STEPS;
    return exponent(model, state, TRANSIENT, steps, seed) / data.step();
  }

  /** Per step; NaN when the orbit leaves the finite numbers. The state is overwritten. */
  static double exponent(Dynamics model, double[] state, int transients, int steps, long seed) {
    int size = state.length;
    for (int k = 0; k < transients; k++) {
      model.step(state, state);
    }
    RandomGenerator random = RandomStreams.stream(seed, "lyapunov_max");
    double[] tangent = new double[size];
    for (int i = 0; i < size; i++) {
      tangent[i] = random.nextGaussian();
    }
    normalise(tangent);
    double[] jacobian = model instanceof TangentDynamics ? null : new double[size * size];
    double[] grown = new double[size];
    double growth = 0;
    for (int k = 0; k < steps; k++) {
      if (model instanceof TangentDynamics pushing) {
        pushing.push(state, tangent, grown);
      } else {
        model.jacobian(state, jacobian);
        multiply(jacobian, tangent, grown);
      }
      System.arraycopy(grown, 0, tangent, 0, size);
      growth += Math.log(normalise(tangent));
      model.step(state, state);
    }
    return growth / steps;
  }

  private static void multiply(double[] matrix, double[] vector, double[] product) {
    int size = vector.length;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += matrix[i * size + j] * vector[j];
      }
      product[i] = sum;
    }
  }

  /**
   * Divides by the length and returns it. A vector that vanished counts as the smallest normal
   * number and is replaced, so that a map that forgets its state has a very negative exponent.
   */
  private static double normalise(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    if (length < Double.MIN_NORMAL) {
      Arrays.fill(vector, 1 / Math.sqrt(vector.length));
      return Double.MIN_NORMAL;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return length;
  }
}
