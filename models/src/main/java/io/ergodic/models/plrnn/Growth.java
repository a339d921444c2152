package io.ergodic.models.plrnn;

import java.util.Arrays;

/**
 * By how much a sequence of Jacobians grows a perturbation a step: one of the estimates of the norm
 * of their product that Hess et al. 2023 choose from.
 */
interface Growth {
  /** Forgets all Jacobians. */
  void clear();

  /** Takes the next Jacobian, M x M row-major. */
  void add(double[] jacobian);

  /** The growth over those taken. */
  double value();

  /** The norm of the mean Jacobian. */
  final class OfMean implements Growth {
    private final SpectralNorm norm;
    private final double[] sum;
    private final double[] mean;
    private int terms;

    OfMean(int states) {
      norm = new SpectralNorm(states);
      sum = new double[states * states];
      mean = new double[states * states];
    }

    @Override
    public void clear() {
      Arrays.fill(sum, 0);
      terms = 0;
    }

    @Override
    public void add(double[] jacobian) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += jacobian[i];
      }
      terms++;
    }

    @Override
    public double value() {
      for (int i = 0; i < sum.length; i++) {
        mean[i] = sum[i] / terms;
      }
      return norm.of(mean);
    }
  }

  /** The geometric mean of the norms, an upper bound of the norm of the product. */
  final class MeanOfNorms implements Growth {
    private final SpectralNorm norm;
    private double logarithms;
    private int terms;

    MeanOfNorms(int states) {
      norm = new SpectralNorm(states);
    }

    @Override
    public void clear() {
      logarithms = 0;
      terms = 0;
    }

    @Override
    public void add(double[] jacobian) {
      logarithms += Math.log(norm.of(jacobian));
      terms++;
    }

    @Override
    public double value() {
      return Math.exp(logarithms / terms);
    }
  }

  /** The largest of the norms. */
  final class Largest implements Growth {
    private final SpectralNorm norm;
    private double largest;

    Largest(int states) {
      norm = new SpectralNorm(states);
    }

    @Override
    public void clear() {
      largest = 0;
    }

    @Override
    public void add(double[] jacobian) {
      largest = Math.max(largest, norm.of(jacobian));
    }

    @Override
    public double value() {
      return largest;
    }
  }

  /** The norm of exp(mean of log J). */
  final class OfMeanLogarithm implements Growth {
    private final SpectralNorm norm;
    private final MatrixLogarithm logarithms;

    OfMeanLogarithm(int states) {
      norm = new SpectralNorm(2 * states);
      logarithms = new MatrixLogarithm(states);
    }

    @Override
    public void clear() {
      logarithms.clear();
    }

    @Override
    public void add(double[] jacobian) {
      logarithms.add(jacobian);
    }

    @Override
    public double value() {
      return norm.of(logarithms.exponentialOfMean());
    }
  }
}
