package io.ergodic.datasets.integrate;

/**
 * The solution of a switching field by events: each side is integrated smoothly; when the indicator
 * changes sign in a step, the time is located on the step's continuous extension by bisection, the
 * solution is taken to that time by a step of its own and goes on with the other side. Sliding
 * along the surface, where both sides push towards it, is refused.
 */
public final class SwitchingTrajectory {
  private static final int SMALL_STEPS = 100;

  private final Switching field;
  private final DormandPrince[] solvers = new DormandPrince[2];
  private final double[] extension;
  private final double[] trial;
  private final double[] state;
  private boolean positive;
  private double time;
  private double switched = Double.NaN;
  private int crowded;
  private long switches;

  public SwitchingTrajectory(Switching field, Tolerance tolerance, double[] start) {
    int n = start.length;
    this.field = field;
    solvers[0] = new DormandPrince(field.side(false), tolerance);
    solvers[1] = new DormandPrince(field.side(true), tolerance);
    extension = new double[5 * n];
    trial = new double[n];
    state = start.clone();
    positive = field.indicator(start) >= 0;
    solver().start(0, state);
  }

  /** The state at {@link #time()}. */
  public double[] state() {
    return state.clone();
  }

  public double time() {
    return time;
  }

  /** How often the sign has changed. */
  public long switches() {
    return switches;
  }

  /** Time of the last change of sign; NaN before the first. */
  public double lastSwitch() {
    return switched;
  }

  /**
   * Integrates until {@code limit} exactly.
   *
   * @throws IntegrationException when it slides, diverges or no step is small enough
   */
  public void advance(double limit) {
    while (time < limit) {
      DormandPrince solver = solver();
      double from = time;
      System.arraycopy(solver.state(), 0, trial, 0, trial.length);
      double[] begin = trial.clone();
      solver.step(limit);
      if (outside(solver.state())) {
        solver.extension(extension);
        double event = locate(from, solver.time());
        // once more from the beginning, so that the step's own error estimate holds to the event
        solver.start(from, begin);
        solver.advance(event);
        cross(solver, event);
      } else {
        time = solver.time();
        System.arraycopy(solver.state(), 0, state, 0, state.length);
      }
    }
  }

  private void cross(DormandPrince solver, double event) {
    crowded = event - switched < 1e-9 * Math.max(1, Math.abs(event)) ? crowded + 1 : 0;
    if (crowded > SMALL_STEPS) {
      throw new IntegrationException(
          "sliding along the switching surface", field.side(positive), event, solver.state());
    }
    System.arraycopy(solver.state(), 0, state, 0, state.length);
    time = event;
    switched = event;
    switches++;
    positive = !positive;
    solver().start(time, state);
  }

  /** The first time at which the extension is known to lie on the other side, to rounding. */
  private double locate(double from, double to) {
    double inside = 0;
    double outside = 1;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (inside + outside);
      for (int v = 0; v < trial.length; v++) {
        trial[v] = DormandPrince.interpolate(extension, v, middle);
      }
      if (outside(trial)) {
        outside = middle;
      } else {
        inside = middle;
      }
    }
    return from + Math.max(outside, 1e-14) * (to - from);
  }

  private boolean outside(double[] at) {
    double value = field.indicator(at);
    return positive ? value < 0 : value > 0;
  }

  private DormandPrince solver() {
    return solvers[positive ? 1 : 0];
  }
}
