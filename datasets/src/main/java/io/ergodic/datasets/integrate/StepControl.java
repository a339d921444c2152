package io.ergodic.datasets.integrate;

/**
 * The choice of step sizes for {@link EighthOrderStages}, for every solution on its own: the
 * elementary controller of Hairer, Norsett and Wanner (Solving ODEs I, II.4) on the error of their
 * code of order 8 (II.10), which mixes those of orders 5 and 3.
 */
final class StepControl {
  private static final double SAFETY = 0.9;
  private static final double SMALLEST_FACTOR = 1.0 / 3;
  private static final double LARGEST_FACTOR = 6;
  private static final double DIVERGED = 1e12;

  private final Tolerance tolerance;
  private final int dimension;
  private final int lanes;
  private final double[] fifth;
  private final double[] third;
  private final double[] errors;

  StepControl(Tolerance tolerance, int dimension, int lanes) {
    this.tolerance = tolerance;
    this.dimension = dimension;
    this.lanes = lanes;
    fifth = new double[dimension * lanes];
    third = new double[dimension * lanes];
    errors = new double[lanes];
  }

  /** A first step for a solution whose derivatives are known. */
  double guess(EighthOrderStages stages, int lane) {
    double size = 0;
    double speed = 0;
    for (int i = lane; i < dimension * lanes; i += lanes) {
      double scale = tolerance.absolute() + tolerance.relative() * Math.abs(stages.state[i]);
      size += square(stages.state[i] / scale);
      speed += square(stages.k[1][i] / scale);
    }
    return size > 0 && speed > 0 ? 0.01 * Math.sqrt(size / speed) : 1e-6;
  }

  /** Measures the step just tried. */
  void measure(EighthOrderStages stages) {
    stages.errors(tolerance, fifth, third);
    for (int lane = 0; lane < lanes; lane++) {
      double sum5 = 0;
      double sum3 = 0;
      for (int i = lane; i < fifth.length; i += lanes) {
        sum5 += square(fifth[i]);
        sum3 += square(third[i]);
      }
      double mixed = sum5 + 0.01 * sum3;
      errors[lane] = mixed == 0 ? 0 : sum5 / Math.sqrt(dimension * mixed);
    }
  }

  /** Error of a lane's step, 1 being allowed; NaN where the step left the numbers. */
  double error(int lane) {
    return errors[lane];
  }

  /** By how much the next step should differ. */
  static double factor(double error) {
    if (!(error < Double.POSITIVE_INFINITY)) {
      return SMALLEST_FACTOR;
    }
    // the eighth root as three square roots: exact on every machine, and cheaper than a power
    double root = Math.sqrt(Math.sqrt(Math.sqrt(Math.max(error, 1e-12))));
    return Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, SAFETY / root));
  }

  static boolean underflows(double step, double time) {
    return !(step > Math.max(4 * Math.ulp(time), Double.MIN_NORMAL));
  }

  /** Whether a state is beyond all attractors. */
  static boolean diverged(double[] states, int lane, int lanes) {
    for (int i = lane; i < states.length; i += lanes) {
      if (!(Math.abs(states[i]) < DIVERGED)) {
        return true;
      }
    }
    return false;
  }

  private static double square(double value) {
    return value * value;
  }
}
