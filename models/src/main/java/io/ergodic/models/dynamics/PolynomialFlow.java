package io.ergodic.models.dynamics;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.models.regression.Monomials;
import java.util.Arrays;

/**
 * dx/dt = W monomials(x), from row to row by the classical Runge-Kutta method. The Jacobian is that
 * of the steps, not of the exact flow.
 */
final class PolynomialFlow implements Dynamics {
  private final int dimension;
  private final Monomials terms;
  private final double[] weights;
  private final double step;
  private final int substeps;
  private final double[] features;
  private final double[][] slopes;
  private final double[][] stages;
  private final double[][] tangents;
  private final double[] local;
  private final double[] product;
  private final double[] point;

  /**
   * @param weights monomials x dimension, row-major
   * @param step time between rows
   */
  PolynomialFlow(int dimension, Monomials terms, double[] weights, double step, int substeps) {
    this.dimension = dimension;
    this.terms = terms;
    this.weights = weights;
    this.step = step / substeps;
    this.substeps = substeps;
    this.features = new double[terms.count()];
    this.slopes = new double[4][dimension];
    this.stages = new double[4][dimension];
    this.tangents = new double[4][dimension * dimension];
    this.local = new double[dimension * dimension];
    this.product = new double[dimension * dimension];
    this.point = new double[dimension];
  }

  @Override
  public int stateDimension() {
    return dimension;
  }

  @Override
  public int observedDimension() {
    return dimension;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    System.arraycopy(context, (rows - 1) * dimension, state, 0, dimension);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, dimension);
  }

  @Override
  public void step(double[] state, double[] next) {
    System.arraycopy(state, 0, point, 0, dimension);
    for (int k = 0; k < substeps; k++) {
      stages(point);
      advance(point);
    }
    System.arraycopy(point, 0, next, 0, dimension);
  }

  /** The four stages and their slopes from a point. */
  private void stages(double[] x) {
    for (int s = 0; s < 4; s++) {
      double along = s == 0 ? 0 : s == 3 ? step : step / 2;
      for (int c = 0; c < dimension; c++) {
        stages[s][c] = s == 0 ? x[c] : x[c] + along * slopes[s - 1][c];
      }
      terms.evaluate(stages[s], features);
      Arrays.fill(slopes[s], 0);
      for (int f = 0; f < features.length; f++) {
        for (int c = 0; c < dimension; c++) {
          slopes[s][c] += weights[f * dimension + c] * features[f];
        }
      }
    }
  }

  private void advance(double[] x) {
    for (int c = 0; c < dimension; c++) {
      x[c] += step / 6 * (slopes[0][c] + 2 * (slopes[1][c] + slopes[2][c]) + slopes[3][c]);
    }
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    System.arraycopy(state, 0, point, 0, dimension);
    Arrays.fill(jacobian, 0, dimension * dimension, 0);
    for (int i = 0; i < dimension; i++) {
      jacobian[i * dimension + i] = 1;
    }
    for (int k = 0; k < substeps; k++) {
      stages(point);
      // Derivatives of the slopes with respect to the first state.
      for (int s = 0; s < 4; s++) {
        double along = s == 0 ? 0 : s == 3 ? step : step / 2;
        for (int i = 0; i < product.length; i++) {
          product[i] = s == 0 ? jacobian[i] : jacobian[i] + along * tangents[s - 1][i];
        }
        slope(stages[s]);
        multiply(local, product, tangents[s]);
      }
      for (int i = 0; i < product.length; i++) {
        jacobian[i] +=
            step / 6 * (tangents[0][i] + 2 * (tangents[1][i] + tangents[2][i]) + tangents[3][i]);
      }
      advance(point);
    }
  }

  /** The derivative of the right-hand side, row-major. */
  private void slope(double[] x) {
    Arrays.fill(local, 0);
    for (int f = 0; f < features.length; f++) {
      for (int c = 0; c < dimension; c++) {
        double weight = weights[f * dimension + c];
        if (weight != 0) {
          terms.addGradient(f, weight, x, local, c * dimension);
        }
      }
    }
  }

  private void multiply(double[] a, double[] b, double[] target) {
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
          sum += a[i * dimension + k] * b[k * dimension + j];
        }
        target[i * dimension + j] = sum;
      }
    }
  }
}
