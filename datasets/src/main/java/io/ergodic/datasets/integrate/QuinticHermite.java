package io.ergodic.datasets.integrate;

/**
 * The polynomial of degree five with given values, slopes and second derivatives at both ends of a
 * step. Its error is of the sixth order in the step, like that of a step of order five.
 */
final class QuinticHermite {
  private double right;
  private double leftSlope;
  private double rightSlope;
  private double leftBend;
  private double rightBend;

  /** Chooses the point at the fraction {@code s} of a step of length {@code h}. */
  void choose(double h, double s) {
    double s2 = s * s;
    double s3 = s2 * s;
    right = s3 * (10 + s * (6 * s - 15));
    leftSlope = h * (s + s3 * (-6 + s * (8 - 3 * s)));
    rightSlope = h * s3 * (-4 + s * (7 - 3 * s));
    leftBend = 0.5 * h * h * s2 * (1 + s * (-3 + s * (3 - s)));
    rightBend = 0.5 * h * h * s3 * (1 + s * (s - 2));
  }

  /** The value there of the polynomial through x, velocity v and acceleration a at both ends. */
  double value(double x0, double v0, double a0, double x1, double v1, double a1) {
    return x0
        + right * (x1 - x0)
        + leftSlope * v0
        + rightSlope * v1
        + leftBend * a0
        + rightBend * a1;
  }
}
