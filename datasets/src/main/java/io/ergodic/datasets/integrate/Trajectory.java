package io.ergodic.datasets.integrate;

/**
 * A solution that can be read at any times in ascending order. The steps are chosen by the
 * tolerance alone, and values between them come from the quintic Hermite polynomial through state,
 * velocity f and acceleration (df/dx) f at both ends, whose error is of the sixth order in the step
 * like the step's own: where the solution is read never changes it.
 */
public final class Trajectory implements Solution {
  private final DifferentiableField field;
  private final DormandPrince solver;
  private final QuinticHermite between = new QuinticHermite();
  private final double stepsPerTime;
  private final double[] jacobian;
  private final double[] startAcceleration;
  private final double[] endAcceleration;
  private double acceleratedTo = Double.NaN;
  private long steps;

  /** The solution with {@code start} at time 0. */
  public Trajectory(DifferentiableField field, Tolerance tolerance, double[] start) {
    this(field, tolerance, start, Double.POSITIVE_INFINITY);
  }

  /**
   * The same, given up when more than {@code stepsPerTime} steps are needed for a unit of time on
   * the average since time -1: a solution that turns very stiff would otherwise creep on for ever.
   */
  public Trajectory(
      DifferentiableField field, Tolerance tolerance, double[] start, double stepsPerTime) {
    int n = field.dimension();
    this.field = field;
    this.solver = new DormandPrince(field, tolerance);
    this.stepsPerTime = stepsPerTime;
    this.jacobian = new double[n * n];
    this.startAcceleration = new double[n];
    this.endAcceleration = new double[n];
    solver.start(0, start);
  }

  @Override
  public void at(double time, double[] target, int offset) {
    while (solver.time() < time) {
      solver.step(Double.POSITIVE_INFINITY);
      if (++steps > stepsPerTime * (1 + solver.time())) {
        throw new IntegrationException(
            tooManySteps(stepsPerTime), field, solver.time(), solver.state());
      }
    }
    if (time < solver.previousTime()) {
      throw new IllegalArgumentException(
          "time " + time + " lies before the step from " + solver.previousTime());
    }
    int n = field.dimension();
    if (time == solver.time()) {
      System.arraycopy(solver.state(), 0, target, offset, n);
      return;
    }
    accelerate();
    double h = solver.time() - solver.previousTime();
    between.choose(h, (time - solver.previousTime()) / h);
    double[] left = solver.previousState();
    double[] right = solver.state();
    double[] leftVelocity = solver.previousDerivative();
    double[] rightVelocity = solver.derivative();
    for (int i = 0; i < n; i++) {
      target[offset + i] =
          between.value(
              left[i],
              leftVelocity[i],
              startAcceleration[i],
              right[i],
              rightVelocity[i],
              endAcceleration[i]);
    }
  }

  static String tooManySteps(double stepsPerTime) {
    return "more than " + stepsPerTime + " steps per unit of time in the solution";
  }

  private void accelerate() {
    if (acceleratedTo != solver.time()) {
      acceleration(solver.previousState(), solver.previousDerivative(), startAcceleration);
      acceleration(solver.state(), solver.derivative(), endAcceleration);
      acceleratedTo = solver.time();
    }
  }

  private void acceleration(double[] state, double[] velocity, double[] result) {
    int n = field.dimension();
    field.jacobian(state, jacobian);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += jacobian[i * n + j] * velocity[j];
      }
      result[i] = sum;
    }
  }
}
