package io.ergodic.models.cell;

import io.ergodic.datasets.capability.TangentDynamics;
import java.util.Arrays;

/**
 * A trained cell that goes on by itself. Its memory starts from zero and is built up by reading
 * rows of data before it does.
 */
final class CellDynamics implements TangentDynamics {
  private final CellMap map;
  private final int observed;
  private final int contextRows;

  /**
   * @param observed variables of a row: the first of the state
   * @param contextRows rows that are read, the last of which it starts from
   */
  CellDynamics(CellMap map, int observed, int contextRows) {
    this.map = map;
    this.observed = observed;
    this.contextRows = contextRows;
  }

  @Override
  public int stateDimension() {
    return map.states();
  }

  @Override
  public int observedDimension() {
    return observed;
  }

  @Override
  public int contextRows() {
    return contextRows;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    Arrays.fill(state, 0, stateDimension(), 0);
    int first = rows - contextRows;
    System.arraycopy(context, first * observed, state, 0, observed);
    for (int row = first + 1; row < rows; row++) {
      map.step(state, state);
      System.arraycopy(context, row * observed, state, 0, observed);
    }
  }

  @Override
  public void step(double[] state, double[] next) {
    map.step(state, next);
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    map.push(state, tangent, image);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    map.jacobian(state, jacobian);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, observed);
  }
}
