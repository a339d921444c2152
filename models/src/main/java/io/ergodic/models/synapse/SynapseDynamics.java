package io.ergodic.models.synapse;

import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.models.plrnn.ObservationModel;

/** A trained map of many units. */
final class SynapseDynamics implements TangentDynamics {
  private final TangentMap map;
  private final int observed;
  private final ObservationModel.Readout readout;

  SynapseDynamics(TangentMap map, int observed, ObservationModel.Readout readout) {
    this.map = map;
    this.observed = observed;
    this.readout = readout;
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
  public void initialise(double[] context, int rows, double[] state) {
    readout.estimate(context, (rows - 1) * observed, state);
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
    readout.observe(state, observation);
  }
}
