package io.ergodic.models.plrnn;

import io.ergodic.datasets.capability.Dynamics;

/** A trained recurrent map in double precision. */
final class PlrnnDynamics implements Dynamics {
  private final int states;
  private final int observed;
  private final StateMap map;
  private final ObservationModel.Readout readout;

  PlrnnDynamics(int states, int observed, StateMap map, ObservationModel.Readout readout) {
    this.states = states;
    this.observed = observed;
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
  public void initialise(double[] context, int rows, double[] state) {
    readout.estimate(context, (rows - 1) * observed, state);
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
