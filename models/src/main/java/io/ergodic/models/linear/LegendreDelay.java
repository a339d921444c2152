package io.ergodic.models.linear;

import io.ergodic.datasets.spectral.FourierTransform;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A memory of the last theta steps of one signal as coefficients of shifted Legendre polynomials
 * (Voelker, Kajic and Eliasmith, NeurIPS 2019): dm/dt = A m + B u, theta A_ij = (2 i + 1) (-1 for i
 * below j, else (-1)^(i-j+1)), theta B_i = (2 i + 1) (-1)^i, from step to step with u held: m' = F
 * m + G u. The sum of all m_i is the signal theta steps ago.
 */
public final class LegendreDelay {
  private final int order;
  private final double[] transition;
  private final double[] input;

  /**
   * @param order d: coefficients
   * @param theta length of the memory, in steps
   */
  public LegendreDelay(int order, double theta) {
    this.order = order;
    this.transition = new double[order * order];
    this.input = new double[order];
    RealMatrix both = new Array2DRowRealMatrix(order + 1, order + 1);
    for (int i = 0; i < order; i++) {
      double rate = (2 * i + 1) / theta;
      for (int j = 0; j < order; j++) {
        both.setEntry(i, j, rate * (i < j || (i - j) % 2 == 0 ? -1 : 1));
      }
      both.setEntry(i, order, rate * (i % 2 == 0 ? 1 : -1));
    }
    RealMatrix solved = MatrixUtils.matrixExponential(both);
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        transition[i * order + j] = solved.getEntry(i, j);
      }
      input[i] = solved.getEntry(i, order);
    }
  }

  public int order() {
    return order;
  }

  /** F, d x d row-major. */
  public double[] transition() {
    return transition.clone();
  }

  /** G, d values. */
  public double[] input() {
    return input.clone();
  }

  /** One step of the recurrence; the arrays are different ones. */
  public void step(double[] memory, double signal, double[] next) {
    for (int i = 0; i < order; i++) {
      double sum = input[i] * signal;
      for (int j = 0; j < order; j++) {
        sum += transition[i * order + j] * memory[j];
      }
      next[i] = sum;
    }
  }

  /**
   * The memory after each step of a whole signal, from rest: the convolution with what a single 1
   * leaves behind (Chilkuri and Eliasmith, ICML 2021), by Fourier transforms.
   *
   * @return steps x d
   */
  public double[] memories(double[] signal) {
    int steps = signal.length;
    int length = 2 * Math.max(1, Integer.highestOneBit(2 * steps - 1));
    FourierTransform transform = new FourierTransform(length);
    double[] real = new double[length];
    double[] imaginary = new double[length];
    System.arraycopy(signal, 0, real, 0, steps);
    transform.forward(real, imaginary);
    double[] memories = new double[steps * order];
    double[][] responses = responses(steps, length);
    for (int i = 0; i < order; i++) {
      double[] a = responses[i];
      double[] b = new double[length];
      transform.forward(a, b);
      for (int k = 0; k < length; k++) {
        double product = a[k] * real[k] - b[k] * imaginary[k];
        b[k] = a[k] * imaginary[k] + b[k] * real[k];
        a[k] = product;
      }
      transform.inverse(a, b);
      for (int t = 0; t < steps; t++) {
        memories[t * order + i] = a[t];
      }
    }
    return memories;
  }

  /** F^k G of each coefficient, for k below the number of steps. */
  private double[][] responses(int steps, int length) {
    double[][] responses = new double[order][length];
    double[] memory = new double[order];
    double[] next = new double[order];
    for (int t = 0; t < steps; t++) {
      step(memory, t == 0 ? 1 : 0, next);
      System.arraycopy(next, 0, memory, 0, order);
      for (int i = 0; i < order; i++) {
        responses[i][t] = memory[i];
      }
    }
    return responses;
  }
}
