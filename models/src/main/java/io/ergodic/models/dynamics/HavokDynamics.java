package io.ergodic.models.dynamics;

import io.ergodic.datasets.capability.Dynamics;
import org.hipparchus.linear.RealMatrix;

/** A linear map of the modes of a Hankel matrix. The state is v. */
final class HavokDynamics implements Dynamics {
  private final int modes;
  private final int dimension;
  private final int[] coordinates;
  private final int delays;
  private final double[] map;
  private final double[] basis;
  private final double[] readout;
  private final double[] next;

  /**
   * @param map from v to the next v
   */
  HavokDynamics(HavokModes modes, RealMatrix map, int dimension, int[] coordinates) {
    this.modes = modes.rank();
    this.dimension = dimension;
    this.coordinates = coordinates.clone();
    this.delays = modes.basis().getColumnDimension() / coordinates.length;
    this.map = flat(map);
    this.basis = flat(modes.basis());
    this.readout = flat(modes.readout());
    this.next = new double[this.modes];
  }

  private static double[] flat(RealMatrix matrix) {
    int columns = matrix.getColumnDimension();
    double[] values = new double[matrix.getRowDimension() * columns];
    for (int i = 0; i < matrix.getRowDimension(); i++) {
      System.arraycopy(matrix.getRow(i), 0, values, i * columns, columns);
    }
    return values;
  }

  @Override
  public int stateDimension() {
    return modes;
  }

  @Override
  public int observedDimension() {
    return dimension;
  }

  @Override
  public int contextRows() {
    return delays;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    int columns = delays * coordinates.length;
    for (int k = 0; k < modes; k++) {
      double sum = 0;
      int at = k * columns;
      for (int age = 0; age < delays; age++) {
        int from = (rows - 1 - age) * dimension;
        for (int coordinate : coordinates) {
          sum += basis[at++] * context[from + coordinate];
        }
      }
      state[k] = sum;
    }
  }

  @Override
  public void step(double[] state, double[] target) {
    multiply(map, modes, state, next);
    System.arraycopy(next, 0, target, 0, modes);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    System.arraycopy(map, 0, jacobian, 0, map.length);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    multiply(readout, dimension, state, observation);
  }

  private void multiply(double[] matrix, int rows, double[] vector, double[] product) {
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = 0; j < modes; j++) {
        sum += matrix[i * modes + j] * vector[j];
      }
      product[i] = sum;
    }
  }
}
