package io.ergodic.datasets.chaos.field;

import io.ergodic.datasets.spectral.FourierTransform;

/**
 * The Kuramoto-Sivashinsky equation u_t = -u u_x - u_xx - u_xxxx on a ring of any length, on any
 * even number of points (Kuramoto and Tsuzuki, Prog. Theor. Phys. 55, 1976; Sivashinsky, Acta
 * Astronaut. 4, 1977), by ETDRK4 in Fourier space with steps of fixed length. Tangent vectors are
 * carried by the derivative of the very steps. The mean of u is conserved. Holds its state: one
 * instance belongs to one thread.
 */
public final class KuramotoSivashinsky {
  private final int points;
  private final int modes;
  private final double step;
  private final int vectors;
  private final double[] wave;
  private final ExponentialStep etd;
  private final FourierTransform transform;
  // Fourier coefficients of u and the tangent vectors: rows of real parts, then imaginary parts
  private final double[][] spectrum;
  private final double[][] start;
  private final double[][] stageA;
  private final double[][] stageB;
  private final double[][] stageC;
  private final double[][] slope0;
  private final double[][] slopeA;
  private final double[][] slopeB;
  private final double[][] slopeC;
  private final double[] space;
  private final double[] real;
  private final double[] imaginary;
  private long steps;

  /**
   * The field zero, without tangent vectors.
   *
   * @param length of the ring
   * @param points equally spaced, an even number of at least 8
   * @param step of the integration; 1/16 is wrong by about 1e-6 per unit of time at length 22,
   *     1/256 by 1e-10
   */
  public KuramotoSivashinsky(double length, int points, double step) {
    this(length, points, step, 0);
  }

  /** With a number of tangent vectors, all zero. */
  public KuramotoSivashinsky(double length, int points, double step, int vectors) {
    this.points = points;
    this.modes = points / 2;
    this.step = step;
    this.vectors = vectors;
    if (points < 8 || points % 2 != 0 || vectors < 0) {
      throw new IllegalArgumentException(points + " points, " + vectors + " vectors");
    }
    if (!(length > 0) || !(step > 0)) {
      throw new IllegalArgumentException("length " + length + ", step " + step);
    }
    wave = new double[modes];
    double[] linear = new double[modes];
    for (int k = 0; k < modes; k++) {
      wave[k] = 2 * Math.PI * k / length;
      linear[k] = wave[k] * wave[k] * (1 - wave[k] * wave[k]);
    }
    etd = new ExponentialStep(linear, step);
    transform = new FourierTransform(points);
    int rows = 1 + vectors;
    spectrum = new double[rows][2 * modes];
    start = new double[rows][2 * modes];
    stageA = new double[rows][2 * modes];
    stageB = new double[rows][2 * modes];
    stageC = new double[rows][2 * modes];
    slope0 = new double[rows][2 * modes];
    slopeA = new double[rows][2 * modes];
    slopeB = new double[rows][2 * modes];
    slopeC = new double[rows][2 * modes];
    space = new double[points];
    real = new double[points];
    imaginary = new double[points];
  }

  /** Begins anew with the values of a field at the points. */
  public void start(double[] field) {
    System.arraycopy(field, 0, real, 0, points);
    toSpectrum(spectrum[0]);
    steps = 0;
  }

  public int vectors() {
    return vectors;
  }

  /**
   * The Fourier coefficients of the field (row 0) or a tangent vector (rows 1 and up), to be read
   * and written: real parts of waves 0 to points / 2 - 1, then imaginary parts.
   */
  public double[] spectrum(int row) {
    return spectrum[row];
  }

  /** Time integrated to: a number of steps. */
  public double time() {
    return steps * step;
  }

  /** Writes u at the points to {@code target} from {@code offset} on. */
  public void field(double[] target, int offset) {
    toSpace(spectrum[0]);
    System.arraycopy(space, 0, target, offset, points);
  }

  /** One step of the integration. */
  public void step() {
    for (int row = 0; row <= vectors; row++) {
      System.arraycopy(spectrum[row], 0, start[row], 0, 2 * modes);
    }
    nonlinear(start, slope0);
    for (int row = 0; row <= vectors; row++) {
      for (int i = 0; i < 2 * modes; i++) {
        int k = i % modes;
        stageA[row][i] = etd.half[k] * start[row][i] + etd.stage[k] * slope0[row][i];
      }
    }
    nonlinear(stageA, slopeA);
    for (int row = 0; row <= vectors; row++) {
      for (int i = 0; i < 2 * modes; i++) {
        int k = i % modes;
        stageB[row][i] = etd.half[k] * start[row][i] + etd.stage[k] * slopeA[row][i];
      }
    }
    nonlinear(stageB, slopeB);
    for (int row = 0; row <= vectors; row++) {
      for (int i = 0; i < 2 * modes; i++) {
        int k = i % modes;
        stageC[row][i] =
            etd.half[k] * stageA[row][i] + etd.stage[k] * (2 * slopeB[row][i] - slope0[row][i]);
      }
    }
    nonlinear(stageC, slopeC);
    for (int row = 0; row <= vectors; row++) {
      for (int i = 0; i < 2 * modes; i++) {
        int k = i % modes;
        spectrum[row][i] =
            etd.full[k] * start[row][i]
                + etd.first[k] * slope0[row][i]
                + etd.middle[k] * (slopeA[row][i] + slopeB[row][i])
                + etd.last[k] * slopeC[row][i];
      }
    }
    steps++;
  }

  /** The spectra of -(u^2 / 2)_x and, for the vectors, of its derivative -(u v)_x. */
  private void nonlinear(double[][] from, double[][] result) {
    toSpace(from[0]);
    for (int row = 0; row <= vectors; row++) {
      if (row > 0) {
        fill(from[row]);
        transform.inverse(real, imaginary);
      }
      for (int j = 0; j < points; j++) {
        real[j] = row == 0 ? -0.5 * space[j] * space[j] : -space[j] * real[j];
      }
      toSpectrum(result[row]);
      for (int k = 0; k < modes; k++) {
        double a = result[row][k];
        double b = result[row][modes + k];
        result[row][k] = -wave[k] * b;
        result[row][modes + k] = wave[k] * a;
      }
    }
  }

  private void toSpace(double[] coefficients) {
    fill(coefficients);
    transform.inverse(real, imaginary);
    System.arraycopy(real, 0, space, 0, points);
  }

  /** The full spectrum of a real field; its highest mode, of no definite phase, is left out. */
  private void fill(double[] coefficients) {
    real[0] = coefficients[0];
    imaginary[0] = 0;
    real[modes] = 0;
    imaginary[modes] = 0;
    for (int k = 1; k < modes; k++) {
      real[k] = coefficients[k];
      imaginary[k] = coefficients[modes + k];
      real[points - k] = coefficients[k];
      imaginary[points - k] = -coefficients[modes + k];
    }
  }

  /** The spectrum of the values in {@code real}. */
  private void toSpectrum(double[] coefficients) {
    java.util.Arrays.fill(imaginary, 0);
    transform.forward(real, imaginary);
    System.arraycopy(real, 0, coefficients, 0, modes);
    System.arraycopy(imaginary, 0, coefficients, modes, modes);
    coefficients[modes] = 0;
  }
}
