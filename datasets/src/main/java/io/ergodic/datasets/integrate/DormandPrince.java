package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The adaptive explicit Runge-Kutta pair of orders 5 and 4 of Dormand and Prince (J. Comp. Appl.
 * Math. 6, 1980), advancing with the fifth-order solution. The step is chosen by the elementary
 * controller of Hairer, Norsett and Wanner (Solving ODEs I, II.4). Nothing is allocated after
 * construction, and the same input gives the same bits on every machine.
 */
public final class DormandPrince {
  private static final double SAFETY = 0.9;
  private static final double SMALLEST_FACTOR = 0.2;
  private static final double LARGEST_FACTOR = 5;
  private static final double DIVERGED = 1e12;

  /** Bits of the number whose exponent and mantissa begin Newton's method for the fifth root. */
  private static final long ROOT = 0x4CB8_A3D7_0A3D_7000L;

  private final VectorField field;
  private final Tolerance tolerance;
  private final int dimension;
  private final double[] k2;
  private final double[] k3;
  private final double[] k4;
  private final double[] k5;
  private final double[] k6;
  private final double[] stage;
  private double[] state;
  private double[] derivative;
  private double[] previousState;
  private double[] previousDerivative;
  private double time;
  private double previousTime;
  private double proposal;

  public DormandPrince(VectorField field, Tolerance tolerance) {
    this.field = field;
    this.tolerance = tolerance;
    this.dimension = field.dimension();
    k2 = new double[dimension];
    k3 = new double[dimension];
    k4 = new double[dimension];
    k5 = new double[dimension];
    k6 = new double[dimension];
    stage = new double[dimension];
    state = new double[dimension];
    derivative = new double[dimension];
    previousState = new double[dimension];
    previousDerivative = new double[dimension];
  }

  /** Begins a solution; the first step is guessed from the size of state and derivative. */
  public void start(double startTime, double[] startState) {
    time = startTime;
    previousTime = startTime;
    System.arraycopy(startState, 0, state, 0, dimension);
    field.derivative(state, derivative);
    proposal = guess(state, derivative, tolerance);
  }

  /** A first step from the size of a state and its derivative. */
  static double guess(double[] state, double[] derivative, Tolerance tolerance) {
    double size = 0;
    double speed = 0;
    for (int i = 0; i < state.length; i++) {
      double scale = tolerance.absolute() + tolerance.relative() * Math.abs(state[i]);
      size += square(state[i] / scale);
      speed += square(derivative[i] / scale);
    }
    return size > 0 && speed > 0 ? 0.01 * Math.sqrt(size / speed) : 1e-6;
  }

  /** Goes on from another state with the step size proposed for the one before. */
  public void resume(double startTime, double[] startState) {
    time = startTime;
    previousTime = startTime;
    System.arraycopy(startState, 0, state, 0, dimension);
    field.derivative(state, derivative);
  }

  /** One accepted step, at most to {@code limit}. */
  public void step(double limit) {
    boolean rejected = false;
    while (true) {
      double remaining = limit - time;
      boolean last = proposal >= remaining;
      double h = last ? remaining : proposal;
      double error = attempt(h);
      if (error <= 1) {
        accept(last ? limit : time + h);
        double factor = factor(error);
        double grown = h * (rejected ? Math.min(1, factor) : factor);
        // a step cut short by the limit says nothing against the longer one proposed before it
        proposal = last ? Math.max(grown, proposal * Math.min(1, factor)) : grown;
        return;
      }
      rejected = true;
      proposal = h * factor(error);
      if (underflows(proposal, time)) {
        throw new IntegrationException("step size underflow", field, time, state);
      }
    }
  }

  /** Steps until {@code limit} is reached exactly. */
  public void advance(double limit) {
    while (time < limit) {
      step(limit);
    }
  }

  /** Time reached. */
  public double time() {
    return time;
  }

  /** The state at {@link #time()}; valid until the next step, not to be written to. */
  public double[] state() {
    return state;
  }

  double[] derivative() {
    return derivative;
  }

  double previousTime() {
    return previousTime;
  }

  double[] previousState() {
    return previousState;
  }

  double[] previousDerivative() {
    return previousDerivative;
  }

  /**
   * Writes the continuous extension of the step taken last (Hairer, Norsett and Wanner, Solving
   * ODEs I, II.6), of order 4 everywhere in it: five coefficients for each variable, those of a
   * variable side by side, to be read by {@link #interpolate}.
   */
  void extension(double[] coefficients) {
    double h = time - previousTime;
    for (int i = 0; i < dimension; i++) {
      double difference = state[i] - previousState[i];
      double bend = h * previousDerivative[i] - difference;
      coefficients[5 * i] = previousState[i];
      coefficients[5 * i + 1] = difference;
      coefficients[5 * i + 2] = bend;
      coefficients[5 * i + 3] = difference - h * derivative[i] - bend;
      coefficients[5 * i + 4] =
          h
              * (-12715105075.0 / 11282082432.0 * previousDerivative[i]
                  + 87487479700.0 / 32700410799.0 * k3[i]
                  - 10690763975.0 / 1880347072.0 * k4[i]
                  + 701980252875.0 / 199316789632.0 * k5[i]
                  - 1453857185.0 / 822651844.0 * k6[i]
                  + 69997945.0 / 29380423.0 * derivative[i]);
    }
  }

  /** The value of an extension's variable at the fraction {@code s} of its step. */
  static double interpolate(double[] coefficients, int variable, double s) {
    int at = 5 * variable;
    double rest = 1 - s;
    return coefficients[at]
        + s
            * (coefficients[at + 1]
                + rest
                    * (coefficients[at + 2]
                        + s * (coefficients[at + 3] + rest * coefficients[at + 4])));
  }

  /** By how much the next step should differ: error to the power of -1/5, to a percent. */
  static double factor(double error) {
    if (!(error < Double.POSITIVE_INFINITY)) {
      return SMALLEST_FACTOR;
    }
    double bounded = Math.max(error, 1e-10);
    // the exponent divided by -5, then Newton's method: several times faster than a power
    double root = Double.longBitsToDouble(ROOT - Double.doubleToRawLongBits(bounded) / 5);
    double square = root * root;
    root *= 1.2 - 0.2 * bounded * (square * square * root);
    return Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, SAFETY * root));
  }

  static boolean underflows(double step, double time) {
    return !(step > Math.max(4 * Math.ulp(time), Double.MIN_NORMAL));
  }

  /** Whether a value is beyond all attractors. */
  static boolean diverged(double value) {
    return !(Math.abs(value) < DIVERGED);
  }

  /** Tries a step of size h into the previous arrays; returns its error, 1 being allowed. */
  private double attempt(double h) {
    double[] x = state;
    double[] k1 = derivative;
    for (int i = 0; i < dimension; i++) {
      stage[i] = x[i] + h * (1.0 / 5 * k1[i]);
    }
    field.derivative(stage, k2);
    for (int i = 0; i < dimension; i++) {
      stage[i] = x[i] + h * (3.0 / 40 * k1[i] + 9.0 / 40 * k2[i]);
    }
    field.derivative(stage, k3);
    for (int i = 0; i < dimension; i++) {
      stage[i] = x[i] + h * (44.0 / 45 * k1[i] - 56.0 / 15 * k2[i] + 32.0 / 9 * k3[i]);
    }
    field.derivative(stage, k4);
    for (int i = 0; i < dimension; i++) {
      stage[i] =
          x[i]
              + h
                  * (19372.0 / 6561 * k1[i]
                      - 25360.0 / 2187 * k2[i]
                      + 64448.0 / 6561 * k3[i]
                      - 212.0 / 729 * k4[i]);
    }
    field.derivative(stage, k5);
    for (int i = 0; i < dimension; i++) {
      stage[i] =
          x[i]
              + h
                  * (9017.0 / 3168 * k1[i]
                      - 355.0 / 33 * k2[i]
                      + 46732.0 / 5247 * k3[i]
                      + 49.0 / 176 * k4[i]
                      - 5103.0 / 18656 * k5[i]);
    }
    field.derivative(stage, k6);
    double[] next = previousState;
    double[] k7 = previousDerivative;
    for (int i = 0; i < dimension; i++) {
      next[i] =
          x[i]
              + h
                  * (35.0 / 384 * k1[i]
                      + 500.0 / 1113 * k3[i]
                      + 125.0 / 192 * k4[i]
                      - 2187.0 / 6784 * k5[i]
                      + 11.0 / 84 * k6[i]);
    }
    field.derivative(next, k7);
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      double error =
          h
              * (71.0 / 57600 * k1[i]
                  - 71.0 / 16695 * k3[i]
                  + 71.0 / 1920 * k4[i]
                  - 17253.0 / 339200 * k5[i]
                  + 22.0 / 525 * k6[i]
                  - 1.0 / 40 * k7[i]);
      double size = Math.max(Math.abs(x[i]), Math.abs(next[i]));
      sum += square(error / (tolerance.absolute() + tolerance.relative() * size));
    }
    return Math.sqrt(sum / dimension);
  }

  private void accept(double reached) {
    double[] swap = state;
    state = previousState;
    previousState = swap;
    swap = derivative;
    derivative = previousDerivative;
    previousDerivative = swap;
    previousTime = time;
    time = reached;
    for (double value : state) {
      if (diverged(value)) {
        throw new IntegrationException("divergence", field, time, state);
      }
    }
  }

  private static double square(double value) {
    return value * value;
  }

  @Override
  public String toString() {
    return "DormandPrince of " + field + " at " + time + " in " + Arrays.toString(state);
  }
}
