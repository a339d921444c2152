package io.ergodic.models.dynamics;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.models.regression.Monomials;
import java.util.Arrays;

/**
 * x(t+1) = x(t) + W features(x(t), x(t-s), ..., x(t-(k-1)s)). The state holds the last (k-1)s + 1
 * rows, newest first, so that the model is a map of its state.
 */
final class NvarDynamics implements Dynamics {
  private final int dimension;
  private final int delays;
  private final int stride;
  private final Monomials monomials;
  private final double[] weights;
  private final double[] variables;
  private final double[] features;
  private final double[] next;
  private final double[] slopes;

  /** The weights are features x dimension, row-major. */
  NvarDynamics(int dimension, int delays, int stride, Monomials monomials, double[] weights) {
    this.dimension = dimension;
    this.delays = delays;
    this.stride = stride;
    this.monomials = monomials;
    this.weights = weights;
    this.variables = new double[dimension * delays];
    this.features = new double[monomials.count()];
    this.next = new double[dimension];
    this.slopes = new double[dimension * delays];
  }

  @Override
  public int stateDimension() {
    return contextRows() * dimension;
  }

  @Override
  public int observedDimension() {
    return dimension;
  }

  @Override
  public int contextRows() {
    return (delays - 1) * stride + 1;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    for (int k = 0; k < contextRows(); k++) {
      System.arraycopy(context, (rows - 1 - k) * dimension, state, k * dimension, dimension);
    }
  }

  @Override
  public void step(double[] state, double[] target) {
    gather(state);
    monomials.evaluate(variables, features);
    System.arraycopy(state, 0, next, 0, dimension);
    for (int f = 0; f < features.length; f++) {
      for (int c = 0; c < dimension; c++) {
        next[c] += weights[f * dimension + c] * features[f];
      }
    }
    System.arraycopy(state, 0, target, dimension, stateDimension() - dimension);
    System.arraycopy(next, 0, target, 0, dimension);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    int size = stateDimension();
    gather(state);
    Arrays.fill(jacobian, 0);
    for (int c = 0; c < dimension; c++) {
      Arrays.fill(slopes, 0);
      for (int f = 0; f < features.length; f++) {
        monomials.addGradient(f, weights[f * dimension + c], variables, slopes, 0);
      }
      for (int d = 0; d < delays; d++) {
        for (int k = 0; k < dimension; k++) {
          jacobian[c * size + d * stride * dimension + k] = slopes[d * dimension + k];
        }
      }
      jacobian[c * size + c] += 1;
    }
    for (int i = dimension; i < size; i++) {
      jacobian[i * size + i - dimension] = 1;
    }
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, dimension);
  }

  private void gather(double[] state) {
    for (int d = 0; d < delays; d++) {
      System.arraycopy(state, d * stride * dimension, variables, d * dimension, dimension);
    }
  }
}
