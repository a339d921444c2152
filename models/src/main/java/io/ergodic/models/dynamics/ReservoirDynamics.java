package io.ergodic.models.dynamics;

import io.ergodic.datasets.capability.TangentDynamics;
import java.util.Arrays;

/**
 * A reservoir that is fed its own prediction. The state is (h, x): units, then the row that goes in
 * next. h' = tanh(W h + V x), x' = R features(h').
 */
final class ReservoirDynamics implements TangentDynamics {
  private final Reservoir reservoir;
  private final int units;
  private final int dimension;
  private final int washout;
  private final double[] readout;
  private final int offset;
  private final double[] h;
  private final double[] next;
  private final double[] features;
  private final double[] image;

  /**
   * @param readout units x dimension from {@code offset} on, row-major
   */
  ReservoirDynamics(Reservoir reservoir, int dimension, int washout, double[] readout, int offset) {
    this.reservoir = reservoir;
    this.units = reservoir.units();
    this.dimension = dimension;
    this.washout = washout;
    this.readout = readout;
    this.offset = offset;
    this.h = new double[units];
    this.next = new double[units];
    this.features = new double[units];
    this.image = new double[units];
  }

  @Override
  public int stateDimension() {
    return units + dimension;
  }

  @Override
  public int observedDimension() {
    return dimension;
  }

  @Override
  public int contextRows() {
    return washout + 1;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    Arrays.fill(h, 0);
    for (int row = rows - 1 - washout; row < rows - 1; row++) {
      reservoir.update(h, context, row * dimension, next);
      System.arraycopy(next, 0, h, 0, units);
    }
    System.arraycopy(h, 0, state, 0, units);
    System.arraycopy(context, (rows - 1) * dimension, state, units, dimension);
  }

  @Override
  public void step(double[] state, double[] target) {
    reservoir.update(state, state, units, next);
    System.arraycopy(next, 0, target, 0, units);
    reservoir.features(next, features);
    Arrays.fill(target, units, units + dimension, 0);
    for (int i = 0; i < units; i++) {
      for (int c = 0; c < dimension; c++) {
        target[units + c] += readout[offset + i * dimension + c] * features[i];
      }
    }
  }

  @Override
  public void push(double[] state, double[] tangent, double[] target) {
    reservoir.update(state, state, units, next);
    reservoir.push(next, tangent, tangent, units, image);
    System.arraycopy(image, 0, target, 0, units);
    Arrays.fill(target, units, units + dimension, 0);
    for (int i = 0; i < units; i++) {
      double change = Reservoir.slope(i, next[i]) * image[i];
      for (int c = 0; c < dimension; c++) {
        target[units + c] += readout[offset + i * dimension + c] * change;
      }
    }
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, units, observation, 0, dimension);
  }
}
