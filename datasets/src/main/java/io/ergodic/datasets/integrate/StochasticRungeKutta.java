package io.ergodic.datasets.integrate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The stochastic Runge-Kutta scheme SRA3 of Roessler (SIAM J. Numer. Anal. 48, 2010, 922-952) for
 * dX = f(X) dt + diag(g) dW with constant g: of strong order 1.5, and of order 3 for g = 0. A step
 * of size h takes, for every component, the increment dW of its Brownian motion and the integral
 * I10 of that motion (less its value at the beginning) over the step. Nothing is allocated after
 * construction.
 */
public final class StochasticRungeKutta {
  private static final double DIVERGED = 1e12;
  private static final double ROOT_OF_THIRD = Math.sqrt(1.0 / 3);

  private final VectorField field;
  private final double[] diffusion;
  private final double step;
  private final double root;
  private final double[] state;
  private final double[] k1;
  private final double[] k2;
  private final double[] k3;
  private final double[] stage;
  private final double[] increments;
  private final double[] integrals;
  private double origin;
  private long steps;

  /**
   * @param diffusion g, in units of the state by the root of time
   * @param step size h of all steps
   */
  public StochasticRungeKutta(VectorField field, double[] diffusion, double step) {
    int n = field.dimension();
    if (diffusion.length != n || !(step > 0)) {
      throw new IllegalArgumentException(
          n + " components, " + diffusion.length + " diffusions, step " + step);
    }
    this.field = field;
    this.diffusion = diffusion.clone();
    this.step = step;
    this.root = Math.sqrt(step);
    state = new double[n];
    k1 = new double[n];
    k2 = new double[n];
    k3 = new double[n];
    stage = new double[n];
    increments = new double[n];
    integrals = new double[n];
  }

  public void start(double time, double[] from) {
    origin = time;
    steps = 0;
    System.arraycopy(from, 0, state, 0, state.length);
  }

  public double time() {
    return origin + steps * step;
  }

  /** The state at {@link #time()}; valid until the next step, not to be written to. */
  public double[] state() {
    return state;
  }

  /**
   * A step with noise from {@code random}: two normal draws for every component that has any.
   *
   * @throws IntegrationException when the solution diverges
   */
  public void step(RandomGenerator random) {
    for (int i = 0; i < state.length; i++) {
      if (diffusion[i] != 0) {
        double first = random.nextGaussian();
        double second = random.nextGaussian();
        increments[i] = root * first;
        integrals[i] = 0.5 * step * root * (first + ROOT_OF_THIRD * second);
      }
    }
    step(increments, integrals);
  }

  /**
   * A step along a given path.
   *
   * @param dw increment of the Brownian motion of every component
   * @param i10 its integral over the step
   * @throws IntegrationException when the solution diverges
   */
  public void step(double[] dw, double[] i10) {
    int n = state.length;
    double h = step;
    field.derivative(state, k1);
    for (int i = 0; i < n; i++) {
      stage[i] = state[i] + h * k1[i];
    }
    field.derivative(stage, k2);
    for (int i = 0; i < n; i++) {
      stage[i] = state[i] + h / 4 * (k1[i] + k2[i]) + 1.5 * diffusion[i] * i10[i] / h;
    }
    field.derivative(stage, k3);
    boolean diverged = false;
    for (int i = 0; i < n; i++) {
      state[i] += h / 6 * (k1[i] + k2[i] + 4 * k3[i]) + diffusion[i] * dw[i];
      diverged |= !(Math.abs(state[i]) < DIVERGED);
    }
    steps++;
    if (diverged) {
      throw new IntegrationException("divergence under noise", field, time(), state);
    }
  }

  @Override
  public String toString() {
    return "StochasticRungeKutta of " + field + " at " + time() + " in " + Arrays.toString(state);
  }
}
