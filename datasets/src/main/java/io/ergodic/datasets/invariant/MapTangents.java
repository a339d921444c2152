package io.ergodic.datasets.invariant;

import io.ergodic.datasets.integrate.DifferentiableMap;
import io.ergodic.datasets.integrate.IntegrationException;

/** The tangent dynamics of a map: vectors are multiplied by its Jacobian, one iteration a call. */
public final class MapTangents implements TangentSystem {
  private static final double DIVERGED = 1e12;

  private final DifferentiableMap map;
  private final int dimension;
  private final double[] next;
  private final double[] jacobian;
  private final double[] image;

  public MapTangents(DifferentiableMap map) {
    this.map = map;
    this.dimension = map.dimension();
    this.next = new double[dimension];
    this.jacobian = new double[dimension * dimension];
    this.image = new double[dimension];
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double interval() {
    return 1;
  }

  @Override
  public void advance(double[] state, TangentFrame frame) {
    int vectors = frame.vectors();
    if (vectors > 0) {
      map.jacobian(state, jacobian);
      double[] values = frame.values();
      for (int at = 0; at < vectors * dimension; at += dimension) {
        for (int i = 0; i < dimension; i++) {
          double sum = 0;
          for (int j = 0; j < dimension; j++) {
            sum += jacobian[i * dimension + j] * values[at + j];
          }
          image[i] = sum;
        }
        System.arraycopy(image, 0, values, at, dimension);
      }
    }
    map.apply(state, next);
    for (double value : next) {
      if (!(Math.abs(value) < DIVERGED)) {
        throw new IntegrationException("divergence", map, 1, next);
      }
    }
    System.arraycopy(next, 0, state, 0, dimension);
  }

  @Override
  public String toString() {
    return map.toString();
  }
}
