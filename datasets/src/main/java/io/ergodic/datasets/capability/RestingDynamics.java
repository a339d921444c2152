package io.ergodic.datasets.capability;

import java.util.Arrays;

/**
 * What stands still: z' = z, or z' = a constant when there is one.
 *
 * @param target the constant; empty for none
 */
public record RestingDynamics(int dimension, double[] target) implements Dynamics {
  /** z' = z: the last row of the context is repeated for ever. */
  public RestingDynamics(int dimension) {
    this(dimension, new double[0]);
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
    System.arraycopy(target.length == 0 ? state : target, 0, next, 0, dimension);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    Arrays.fill(jacobian, 0);
    for (int c = 0; c < dimension && target.length == 0; c++) {
      jacobian[c * dimension + c] = 1;
    }
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, dimension);
  }
}
