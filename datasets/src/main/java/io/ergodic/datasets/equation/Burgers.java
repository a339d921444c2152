package io.ergodic.datasets.equation;

import io.ergodic.datasets.spectral.FourierTransform;

/**
 * Burgers' equation u_t + (u^2 / 2)_x = nu u_xx by a pseudo-spectral method: diffusion exactly by
 * an integrating factor, the rest by the classical Runge-Kutta method, products free of aliases by
 * the two-thirds rule (Canuto et al., Spectral Methods, 2006).
 */
final class Burgers implements Evolution {
  private final int resolution;
  private final int steps;
  private final double step;
  private final double[] half;
  private final double[] whole;
  private final double[] slope;
  private final FourierTransform transform;
  private final double[] valueReal;
  private final double[] valueImaginary;
  private final double[][] stages;

  /**
   * @param resolution points
   * @param viscosity nu
   * @param longest step in time at most
   */
  Burgers(int resolution, double viscosity, double time, double longest) {
    this.resolution = resolution;
    this.steps = (int) Math.ceil(time / longest);
    this.step = time / steps;
    this.half = new double[resolution];
    this.whole = new double[resolution];
    this.slope = new double[resolution];
    for (int j = 0; j < resolution; j++) {
      int k = j <= resolution / 2 ? j : j - resolution;
      double wave = 2 * Math.PI * k;
      half[j] = StrictMath.exp(-viscosity * wave * wave * step / 2);
      whole[j] = half[j] * half[j];
      slope[j] = Math.abs(k) * 3 < resolution ? -wave / 2 * step : 0;
    }
    this.transform = new FourierTransform(resolution);
    this.valueReal = new double[resolution];
    this.valueImaginary = new double[resolution];
    this.stages = new double[10][resolution];
  }

  @Override
  public int resolution() {
    return resolution;
  }

  @Override
  public void advance(double[] real, double[] imaginary) {
    for (int n = 0; n < steps; n++) {
      step(real, imaginary);
    }
  }

  /** a, b, c, d are the four slopes; E the half step of diffusion alone. */
  private void step(double[] real, double[] imaginary) {
    double[] ar = stages[0];
    double[] ai = stages[1];
    double[] br = stages[2];
    double[] bi = stages[3];
    double[] cr = stages[4];
    double[] ci = stages[5];
    double[] dr = stages[6];
    double[] di = stages[7];
    double[] atReal = stages[8];
    double[] atImaginary = stages[9];
    slope(real, imaginary, ar, ai);
    for (int j = 0; j < resolution; j++) {
      atReal[j] = half[j] * (real[j] + ar[j] / 2);
      atImaginary[j] = half[j] * (imaginary[j] + ai[j] / 2);
    }
    slope(atReal, atImaginary, br, bi);
    for (int j = 0; j < resolution; j++) {
      atReal[j] = half[j] * real[j] + br[j] / 2;
      atImaginary[j] = half[j] * imaginary[j] + bi[j] / 2;
    }
    slope(atReal, atImaginary, cr, ci);
    for (int j = 0; j < resolution; j++) {
      atReal[j] = whole[j] * real[j] + half[j] * cr[j];
      atImaginary[j] = whole[j] * imaginary[j] + half[j] * ci[j];
    }
    slope(atReal, atImaginary, dr, di);
    for (int j = 0; j < resolution; j++) {
      real[j] = whole[j] * real[j] + (whole[j] * ar[j] + 2 * half[j] * (br[j] + cr[j]) + dr[j]) / 6;
      imaginary[j] =
          whole[j] * imaginary[j] + (whole[j] * ai[j] + 2 * half[j] * (bi[j] + ci[j]) + di[j]) / 6;
    }
  }

  /** The step times -(u^2 / 2)_x, in Fourier space. */
  private void slope(double[] real, double[] imaginary, double[] toReal, double[] toImaginary) {
    System.arraycopy(real, 0, valueReal, 0, resolution);
    System.arraycopy(imaginary, 0, valueImaginary, 0, resolution);
    transform.inverse(valueReal, valueImaginary);
    for (int j = 0; j < resolution; j++) {
      valueReal[j] *= valueReal[j];
      valueImaginary[j] = 0;
    }
    transform.forward(valueReal, valueImaginary);
    for (int j = 0; j < resolution; j++) {
      // -i w / 2 times the transform of the square
      toReal[j] = -slope[j] * valueImaginary[j];
      toImaginary[j] = slope[j] * valueReal[j];
    }
  }
}
