package io.ergodic.datasets.attractor;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.integrate.VectorField;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.random.RandomGenerator;

/**
 * An orbit of a three-dimensional flow at perturbed parameters, good enough to be looked at: the
 * classical Runge-Kutta method with a fixed step. A second orbit nearby measures the largest
 * Lyapunov exponent (Benettin et al. 1976) to tell chaos from a periodic window. Arrays are reused.
 */
final class AttractorOrbit implements VectorField {
  static final int DIMENSION = 3;

  static final int ATTEMPTS = 100;
  static final double SHRINK = 0.85;
  private static final int STEPS_PER_PERIOD = 128;
  static final int SETTLING_STEPS = 12 * STEPS_PER_PERIOD;
  static final int STEPS_BETWEEN_RENORMALISATIONS = 32;
  private static final double SEPARATION = 1e-7;
  static final double BOUND = 1e4;
  private static final double LEAST_EXPONENT = 0.3;

  private final ChaoticSystem system;
  private final double[] standard;
  private final double[] parameters;
  private final double[] points;
  private final double step;
  private final double[] state = new double[DIMENSION];
  private final double[] twin = new double[DIMENSION];
  private final RungeKutta4 stepper = new RungeKutta4(this);

  AttractorOrbit(ChaoticSystem system, int points) {
    this.system = system;
    this.standard =
        system.card().parameters().stream().mapToDouble(SystemCard.Parameter::value).toArray();
    this.parameters = new double[standard.length];
    this.points = new double[points * DIMENSION];
    this.step = system.card().period() / STEPS_PER_PERIOD;
  }

  /** The orbit followed last: points x 3. */
  double[] points() {
    return points;
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public void derivative(double[] x, double[] velocity) {
    system.derivative(parameters, x, velocity);
  }

  /**
   * Draws parameters until the orbit is bounded and chaotic; every refusal narrows the jitter, so
   * that systems close to a periodic window are not refused for ever.
   */
  void settle(double jitter, RandomGenerator random) {
    double narrowed = jitter;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++, narrowed *= SHRINK) {
      if (follow(narrowed, random)) {
        return;
      }
    }
    throw refused(jitter);
  }

  InvalidInputException refused(double jitter) {
    return new InvalidInputException(
        "no chaotic orbit of "
            + system.name()
            + " among "
            + ATTEMPTS
            + " draws of its parameters with jitter "
            + jitter
            + "; a smaller jitter may help");
  }

  /**
   * Draws parameters with a relative deviation of {@code jitter} and follows their orbit; false if
   * it is not bounded or not chaotic.
   */
  boolean follow(double jitter, RandomGenerator random) {
    draw(jitter, random);
    int settling = SETTLING_STEPS;
    int count = points.length / DIMENSION;
    double growth = 0;
    double grownFor = 0;
    for (int k = 0; k < settling + count; k++) {
      stepper.step(state, step);
      stepper.step(twin, step);
      if (!bounded()) {
        return false;
      }
      if ((k + 1) % STEPS_BETWEEN_RENORMALISATIONS == 0) {
        double stretch = renormalise();
        if (k >= settling / 2) {
          growth += stretch;
          grownFor += STEPS_BETWEEN_RENORMALISATIONS * step;
        }
      }
      if (k >= settling) {
        System.arraycopy(state, 0, points, (k - settling) * DIMENSION, DIMENSION);
      }
    }
    return chaotic(growth, grownFor);
  }

  /** Whether two orbits have grown apart by so much, as a logarithm, in so much time. */
  boolean chaotic(double growth, double grownFor) {
    double expected = system.card().exponent().orElse(0.1 / system.card().period());
    return growth > LEAST_EXPONENT * expected * grownFor;
  }

  /** Draws parameters and the starts of the orbit and its twin. */
  void draw(double jitter, RandomGenerator random) {
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = standard[i] * (1 + jitter * random.nextGaussian());
    }
    double size = 0;
    for (int i = 0; i < DIMENSION; i++) {
      state[i] = system.card().start().get(i);
      size += Math.abs(state[i]);
    }
    for (int i = 0; i < DIMENSION; i++) {
      state[i] += 0.01 * size * random.nextGaussian();
      twin[i] = state[i];
    }
    twin[0] += SEPARATION;
  }

  double[] parameters() {
    return parameters;
  }

  double[] state() {
    return state;
  }

  double[] twin() {
    return twin;
  }

  /** Time of a step. */
  double step() {
    return step;
  }

  private boolean bounded() {
    for (double value : state) {
      if (!(Math.abs(value) < BOUND)) {
        return false;
      }
    }
    return true;
  }

  /** Brings the twin back to its distance; returns the logarithm of how far it had gone. */
  double renormalise() {
    double square = 0;
    for (int i = 0; i < DIMENSION; i++) {
      double difference = twin[i] - state[i];
      square += difference * difference;
    }
    double distance = Math.sqrt(square);
    if (!(distance > 0)) {
      twin[0] = state[0] + SEPARATION;
      return StrictMath.log(Double.MIN_NORMAL);
    }
    for (int i = 0; i < DIMENSION; i++) {
      twin[i] = state[i] + (twin[i] - state[i]) * (SEPARATION / distance);
    }
    return StrictMath.log(distance / SEPARATION);
  }
}
