package io.ergodic.datasets.equation;

import io.ergodic.datasets.settings.Settings;
import java.util.random.RandomGenerator;

/**
 * The Gaussian field N(0, sigma^2 (-Laplacian + tau^2)^-gamma) on the circle [0, 1), without its
 * mean: the law of initial states of the Fourier neural operator (Li et al., ICLR 2021), where
 * sigma = 25, tau = 5, gamma = 2. Mode k has a cosine and a sine of variance 2 sigma^2 (4 pi^2 k^2
 * + tau^2)^-gamma each.
 */
record GaussianField(double sigma, double tau, double gamma) {
  static GaussianField read(Settings settings) {
    Settings field = settings.child("field");
    GaussianField read =
        new GaussianField(
            field.number("sigma", 25, 1e-9, 1e9),
            field.number("tau", 5, 1e-9, 1e6),
            field.number("gamma", 2, 0.51, 20));
    field.rejectUnknown();
    return read;
  }

  /**
   * Draws the Fourier coefficients of a state at as many points as the arrays are long. The modes
   * that two resolutions share are the same for the same random numbers.
   */
  void draw(RandomGenerator random, double[] real, double[] imaginary) {
    int n = real.length;
    real[0] = 0;
    imaginary[0] = 0;
    for (int k = 1; 2 * k <= n; k++) {
      double wave = 2 * Math.PI * k;
      double deviation = Math.sqrt(2) * sigma * StrictMath.pow(wave * wave + tau * tau, -gamma / 2);
      double cosine = deviation * random.nextGaussian();
      double sine = deviation * random.nextGaussian();
      boolean highest = 2 * k == n;
      // Of the highest mode the points see the cosine alone.
      real[k] = highest ? n * cosine : n * cosine / 2;
      imaginary[k] = highest ? 0 : -n * sine / 2;
      real[n - k] = real[k];
      imaginary[n - k] = -imaginary[k];
    }
  }
}
