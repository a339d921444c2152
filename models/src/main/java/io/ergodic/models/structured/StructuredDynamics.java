package io.ergodic.models.structured;

import io.ergodic.datasets.capability.Dynamics;
import java.util.Arrays;

/** A trained structured network. The state holds the last rows, newest first. */
final class StructuredDynamics implements Dynamics {
  private final StructuredMap map;
  private final StructuredNetwork network;
  private final double[] made;
  private final double[] unit;
  private final double[] slopes;

  /** With a copy of the parameters as they are. */
  StructuredDynamics(StructuredMap map, float[] parameters) {
    this.map = map;
    this.network = new StructuredNetwork(map.shape(), 1);
    this.network.load(parameters);
    this.made = new double[map.dimension()];
    this.unit = new double[map.dimension()];
    this.slopes = new double[map.shape().size()];
  }

  @Override
  public int stateDimension() {
    return map.shape().size();
  }

  @Override
  public int observedDimension() {
    return map.dimension();
  }

  @Override
  public int contextRows() {
    return map.delays();
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    int dimension = map.dimension();
    for (int k = 0; k < map.delays(); k++) {
      System.arraycopy(context, (rows - 1 - k) * dimension, state, k * dimension, dimension);
    }
  }

  @Override
  public void step(double[] state, double[] target) {
    map.next(network, 0, state, 0, made);
    System.arraycopy(state, 0, target, made.length, state.length - made.length);
    System.arraycopy(made, 0, target, 0, made.length);
  }

  /** The rows of the new values by the adjoint, those of the others by their place. */
  @Override
  public void jacobian(double[] state, double[] jacobian) {
    int size = stateDimension();
    Arrays.fill(jacobian, 0, size * size, 0);
    map.next(network, 0, state, 0, made);
    for (int c = 0; c < made.length; c++) {
      unit[c] = 1;
      Arrays.fill(slopes, 0);
      map.back(network, 0, unit, 0, slopes, 0);
      unit[c] = 0;
      System.arraycopy(slopes, 0, jacobian, c * size, size);
    }
    for (int i = made.length; i < size; i++) {
      jacobian[i * size + i - made.length] = 1;
    }
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, map.dimension());
  }
}
