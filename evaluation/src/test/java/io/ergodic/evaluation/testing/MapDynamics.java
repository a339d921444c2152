package io.ergodic.evaluation.testing;

import io.ergodic.datasets.capability.Dynamics;
import java.util.function.UnaryOperator;

/** A map with its Jacobian, observed as it is. */
public record MapDynamics(
    int dimension, UnaryOperator<double[]> map, UnaryOperator<double[]> derivative)
    implements Dynamics {

  /** x to 4 x (1 - x), whose exponent is ln 2. */
  public static MapDynamics logistic() {
    return new MapDynamics(
        1, z -> new double[] {4 * z[0] * (1 - z[0])}, z -> new double[] {4 - 8 * z[0]});
  }

  /** z to A z, A row-major. */
  public static MapDynamics linear(double... matrix) {
    int size = (int) Math.sqrt(matrix.length);
    return new MapDynamics(
        size,
        z -> {
          double[] next = new double[size];
          for (int i = 0; i < matrix.length; i++) {
            next[i / size] += matrix[i] * z[i % size];
          }
          return next;
        },
        z -> matrix);
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
  public void step(double[] state, double[] next) {
    System.arraycopy(map.apply(state), 0, next, 0, dimension);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    System.arraycopy(derivative.apply(state), 0, jacobian, 0, jacobian.length);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, dimension);
  }
}
