package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The solution of a delay equation by the method of steps (Bellen and Zennaro, Numerical Methods
 * for Delay Differential Equations, 2003): the Dormand-Prince pair with its continuous extension as
 * the history. No step is longer than the delay, and steps end on the first multiples of the delay,
 * where the solution's derivatives jump: derivative k + 1 at k delays. The steps are chosen by the
 * tolerance alone; where the solution is read never changes it.
 */
public final class DelayTrajectory {
  /** Jumps in derivatives above the fifth do not disturb a method of order five. */
  private static final int BREAKS = 7;

  private static final double KEPT_BEHIND = 1e-9;

  /** What happened before time 0. */
  @FunctionalInterface
  public interface Past {
    /** Writes the state at {@code time}, at most 0, to {@code state}. */
    void at(double time, double[] state);
  }

  private final DelayField field;
  private final int dimension;
  private final double delay;
  private final Past past;
  private final StepHistory history;
  private final DormandPrince solver;
  private final double[] lagged;

  /** The solution with a past; it is continuous at time 0. */
  public DelayTrajectory(DelayField field, Tolerance tolerance, Past past) {
    this.field = field;
    this.dimension = field.dimension();
    this.delay = field.delay();
    this.past = past;
    this.history = new StepHistory(dimension + 1);
    this.lagged = new double[dimension];
    this.solver = new DormandPrince(new Clocked(), tolerance);
    double[] start = new double[dimension + 1];
    past.at(0, lagged);
    System.arraycopy(lagged, 0, start, 0, dimension);
    solver.start(0, start);
  }

  /** The solution with a constant past. */
  public DelayTrajectory(DelayField field, Tolerance tolerance, double[] constant) {
    this(
        field,
        tolerance,
        (time, state) -> System.arraycopy(constant, 0, state, 0, field.dimension()));
  }

  /** Time integrated to; at least as far as was read. */
  public double time() {
    return solver.time();
  }

  /**
   * Writes the state at {@code time} to {@code target} from {@code offset} on; {@code time} may go
   * back by no more than the delay.
   *
   * @throws IntegrationException when the solution does not reach that time
   */
  public void at(double time, double[] target, int offset) {
    while (solver.time() < time) {
      step();
    }
    read(time, dimension, target, offset);
  }

  private void step() {
    double now = solver.time();
    double next = now + delay;
    double passed = Math.floor(now / delay * (1 + 1e-12) + 1e-12);
    if (passed < BREAKS) {
      next = Math.min(next, (passed + 1) * delay);
    }
    solver.step(next);
    history.forget(now - delay * (1 + KEPT_BEHIND));
    solver.extension(history.append(now, solver.time()));
  }

  private void read(double time, int count, double[] target, int offset) {
    if (time <= 0 || history.end() == 0) {
      past.at(Math.min(time, 0), lagged);
      System.arraycopy(lagged, 0, target, offset, count);
    } else if (time < history.start(history.first())) {
      throw new IllegalArgumentException(
          "time " + time + " lies before the history from " + history.start(history.first()));
    } else {
      history.at(time, count, target, offset);
    }
  }

  /** The equation with time as its last variable, so that an autonomous integrator carries it. */
  private final class Clocked implements VectorField {
    private final double[] state = new double[dimension];
    private final double[] delayed = new double[dimension];
    private final double[] velocity = new double[dimension];

    @Override
    public int dimension() {
      return dimension + 1;
    }

    @Override
    public void derivative(double[] extended, double[] derivative) {
      double time = extended[dimension] - delay;
      if (time <= 0 || history.end() == 0) {
        past.at(Math.min(time, 0), delayed);
      } else {
        history.at(time, dimension, delayed, 0);
      }
      System.arraycopy(extended, 0, state, 0, dimension);
      field.derivative(state, delayed, velocity);
      System.arraycopy(velocity, 0, derivative, 0, dimension);
      derivative[dimension] = 1;
    }

    @Override
    public String toString() {
      return field.toString();
    }
  }

  @Override
  public String toString() {
    return "solution of "
        + field
        + " at "
        + solver.time()
        + " in "
        + Arrays.toString(solver.state());
  }
}
