package io.ergodic.models.cell;

import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.RecurrentCell;
import io.ergodic.models.plrnn.Architecture;
import io.ergodic.models.plrnn.StateMap;
import java.util.random.RandomGenerator;

/**
 * A recurrent unit with its readout as a map of the state (x, memory). Weights: the unit's, then R
 * (N x H) and r of the readout.
 *
 * @param warmUp rows of data that are read before it goes on by itself, at least 1
 */
record CellArchitecture(CellForm form, int warmUp) implements Architecture {
  @Override
  public int states() {
    return form.inputs() + form.memory();
  }

  @Override
  public boolean feedsItself() {
    return true;
  }

  @Override
  public int parameterCount() {
    return form.parameterCount() + DenseLayer.parameterCount(form.inputs(), form.hidden());
  }

  @Override
  public LaneCell cell() {
    return new RecurrentCell(form.kernel());
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    form.initialise(parameters, random);
    UniformWeights.write(
        parameters, form.parameterCount(), parameterCount(), form.hidden(), random);
  }

  @Override
  public StateMap map(float[] parameters) {
    double[] weights = exact(parameters);
    DenseLayer readout =
        new DenseLayer(form.inputs(), form.hidden(), weights, form.parameterCount());
    return new CellMap(form.inputs(), form.map(weights), readout);
  }
}
