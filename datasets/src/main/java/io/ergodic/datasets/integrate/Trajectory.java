package io.ergodic.datasets.integrate;

/**
 * A solution that can be read at any times in ascending order. The steps are chosen by the
 * tolerance alone, and values between them come from the quintic Hermite polynomial through state,
 * velocity f and acceleration (df/dx) f at both ends, whose error is of the sixth order in the step
 * like the step's own: where the solution is read never changes it.
 */
public final class Trajectory {
  private final DifferentiableField field;
  private final DormandPrince solver;
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

  /**
   * Writes the state at {@code time} to {@code target} from {@code offset} on.
   *
   * @throws IntegrationException when the solution does not reach that time
   */
  public void at(double time, double[] target, int offset) {
    while (solver.time() < time) {
      solver.step(Double.POSITIVE_INFINITY);
      if (++steps > stepsPerTime * (1 + solver.time())) {
        throw new IntegrationException(
            "more than " + stepsPerTime + " steps per unit of time in the solution",
            field,
            solver.time(),
            solver.state());
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
    double s = (time - solver.previousTime()) / h;
    double s2 = s * s;
    double s3 = s2 * s;
    double right = s3 * (10 + s * (6 * s - 15));
    double leftSlope = h * (s + s3 * (-6 + s * (8 - 3 * s)));
    double rightSlope = h * s3 * (-4 + s * (7 - 3 * s));
    double leftBend = 0.5 * h * h * s2 * (1 + s * (-3 + s * (3 - s)));
    double rightBend = 0.5 * h * h * s3 * (1 + s * (s - 2));
    double[] left = solver.previousState();
    double[] velocity = solver.previousDerivative();
    for (int i = 0; i < n; i++) {
      target[offset + i] =
          left[i]
              + right * (solver.state()[i] - left[i])
              + leftSlope * velocity[i]
              + rightSlope * solver.derivative()[i]
              + leftBend * startAcceleration[i]
              + rightBend * endAcceleration[i];
    }
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
