package io.ergodic.datasets.chaos.field;

import io.ergodic.datasets.kernel.StrictSine;

/**
 * Coefficients of the fourth-order exponential time-differencing Runge-Kutta method ETDRK4 (Cox and
 * Matthews, J. Comp. Phys. 176, 2002) for a diagonal linear part, by means over circles in the
 * complex plane where the formulas would cancel (Kassam and Trefethen, SIAM J. Sci. Comp. 26,
 * 2005).
 */
final class ExponentialStep {
  private static final int POINTS = 64;

  final double[] full;
  final double[] half;
  final double[] stage;
  final double[] first;
  final double[] middle;
  final double[] last;

  /**
   * @param linear eigenvalues of the linear part
   * @param h length of the step
   */
  ExponentialStep(double[] linear, double h) {
    int n = linear.length;
    full = new double[n];
    half = new double[n];
    stage = new double[n];
    first = new double[n];
    middle = new double[n];
    last = new double[n];
    for (int k = 0; k < n; k++) {
      double z = linear[k] * h;
      full[k] = StrictMath.exp(z);
      half[k] = StrictMath.exp(z / 2);
      for (int p = 0; p < POINTS; p++) {
        // points on the upper half circle suffice: the means over it have the real part wanted
        double angle = Math.PI * (p + 0.5) / POINTS;
        Complex r = new Complex(z + StrictSine.cos(angle), StrictSine.sin(angle));
        Complex e = r.exp();
        Complex cube = r.times(r).times(r);
        Complex square = r.times(r);
        stage[k] += h * r.scaled(0.5).exp().plus(-1).over(r).real() / POINTS;
        Complex firstTop = e.times(square.plus(r.scaled(-3)).plus(4)).plus(r.scaled(-1)).plus(-4);
        Complex middleTop = e.times(r.plus(-2)).plus(r).plus(2);
        Complex lastTop =
            e.times(r.scaled(-1).plus(4)).plus(square.scaled(-1)).plus(r.scaled(-3)).plus(-4);
        first[k] += h * firstTop.over(cube).real() / POINTS;
        middle[k] += 2 * h * middleTop.over(cube).real() / POINTS;
        last[k] += h * lastTop.over(cube).real() / POINTS;
      }
    }
  }

  private record Complex(double real, double imaginary) {
    Complex plus(double value) {
      return new Complex(real + value, imaginary);
    }

    Complex plus(Complex other) {
      return new Complex(real + other.real, imaginary + other.imaginary);
    }

    Complex scaled(double factor) {
      return new Complex(real * factor, imaginary * factor);
    }

    Complex times(Complex o) {
      return new Complex(
          real * o.real - imaginary * o.imaginary, real * o.imaginary + imaginary * o.real);
    }

    Complex over(Complex o) {
      double size = o.real * o.real + o.imaginary * o.imaginary;
      return times(new Complex(o.real / size, -o.imaginary / size));
    }

    Complex exp() {
      double size = StrictMath.exp(real);
      return new Complex(size * StrictSine.cos(imaginary), size * StrictSine.sin(imaginary));
    }
  }
}
