package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.Dynamics;

/**
 * A trained recurrent map in double precision. A memory starts from what the first row of context
 * tells of it and is built up by reading the others.
 */
final class PlrnnDynamics implements Dynamics {
  private final int states;
  private final int observed;
  private final int contextRows;
  private final StateMap map;
  private final ObservationModel.Readout readout;

  /**
   * @param contextRows rows that are read, the last of which it starts from
   */
  PlrnnDynamics(
      int states, int observed, int contextRows, StateMap map, ObservationModel.Readout readout) {
    this.states = states;
    this.observed = observed;
    this.contextRows = contextRows;
    this.map = map;
    this.readout = readout;
  }

  @Override
  public int stateDimension() {
    return states;
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
    int first = rows - contextRows;
    readout.estimate(context, first * observed, state);
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
  public void jacobian(double[] state, double[] jacobian) {
    map.jacobian(state, jacobian);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    readout.observe(state, observation);
  }
}
