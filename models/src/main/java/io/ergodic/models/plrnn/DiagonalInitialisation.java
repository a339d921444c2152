package io.ergodic.models.plrnn;

import java.util.random.RandomGenerator;

/**
 * Initial linear weights from K / lambda_max(K) with K = R'R / M + 1, R standard normal (Talathi
 * and Vartak 2015): its diagonal is A.
 */
final class DiagonalInitialisation {
  private DiagonalInitialisation() {}

  /** Writes A to the front. */
  static void write(float[] parameters, int states, RandomGenerator random) {
    double[] kernel = kernel(states, random);
    for (int m = 0; m < states; m++) {
      parameters[m] = (float) kernel[m * states + m];
    }
  }

  /** Writes A to the front, and after it W: K / lambda_max(K) without its diagonal. */
  static void writeBoth(float[] parameters, int states, RandomGenerator random) {
    double[] kernel = kernel(states, random);
    int at = states;
    for (int r = 0; r < states; r++) {
      for (int c = 0; c < states; c++) {
        if (r == c) {
          parameters[r] = (float) kernel[r * states + r];
        } else {
          parameters[at++] = (float) kernel[r * states + c];
        }
      }
    }
  }

  private static double[] kernel(int states, RandomGenerator random) {
    double[] normal = new double[states * states];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = random.nextGaussian();
    }
    double[] kernel = new double[states * states];
    for (int r = 0; r < states; r++) {
      for (int c = 0; c < states; c++) {
        double sum = 0;
        for (int k = 0; k < states; k++) {
          sum += normal[k * states + r] * normal[k * states + c];
        }
        kernel[r * states + c] = sum / states + (r == c ? 1 : 0);
      }
    }
    double largest = new SpectralNorm(states).of(kernel);
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= largest;
    }
    return kernel;
  }

  /** Fills a range uniformly in +- limit. */
  static void uniform(float[] target, int from, int to, double limit, RandomGenerator random) {
    for (int i = from; i < to; i++) {
      target[i] = (float) (limit * (2 * random.nextDouble() - 1));
    }
  }
}
