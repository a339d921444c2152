package io.ergodic.models.synapse;

import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.SynapticCell;
import io.ergodic.models.plrnn.StateMap;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Leaky units joined by synapses of one kind, see {@link SynapticCell}: the state is what is
 * observed, which goes in, and the potentials of the units.
 *
 * @param inputs dimension N of the data
 * @param units H
 * @param unfolds steps of the solver a row
 */
record SynapticArchitecture(int inputs, int units, int unfolds, SynapseKind kind)
    implements UnitArchitecture {
  private static final float CAPACITY = 0.5f;
  private static final float SMALLEST_LEAK = 1e-5f;
  private static final float SMALLEST_CAPACITY = 1e-6f;
  private static final float LARGEST = 1000;

  @Override
  public int parameterCount() {
    return readout() + inputs * (units + 1);
  }

  private int sensory() {
    return 3 * units + kind.parameterCount(units, units);
  }

  private int affine() {
    return sensory() + kind.parameterCount(inputs, units);
  }

  private int readout() {
    return affine() + 2 * inputs;
  }

  @Override
  public LaneCell cell() {
    return new SynapticCell(
        inputs, units, unfolds, kind.lanes(units, units, unfolds), kind.lanes(inputs, units, 1));
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    Arrays.fill(parameters, 0, units, CAPACITY);
    Arrays.fill(parameters, units, 2 * units, 1);
    for (int i = 2 * units; i < 3 * units; i++) {
      parameters[i] = (float) SynapseKind.uniform(-0.2, 0.2, random);
    }
    kind.initialise(parameters, 3 * units, units * units, random);
    kind.initialise(parameters, sensory(), inputs * units, random);
    Arrays.fill(parameters, affine(), affine() + inputs, 1);
    Arrays.fill(parameters, affine() + inputs, readout(), 0);
    double limit = 1 / Math.sqrt(units);
    for (int i = readout(); i < readout() + inputs * units; i++) {
      parameters[i] = (float) SynapseKind.uniform(-limit, limit, random);
    }
    Arrays.fill(parameters, readout() + inputs * units, parameterCount(), 0);
  }

  /** After every update, as the code of Hasani et al. does. */
  @Override
  public void clip(float[] parameters) {
    for (int i = 0; i < units; i++) {
      parameters[i] = Math.min(LARGEST, Math.max(SMALLEST_CAPACITY, parameters[i]));
      parameters[units + i] = Math.min(LARGEST, Math.max(SMALLEST_LEAK, parameters[units + i]));
    }
    kind.clip(parameters, 3 * units, units * units);
    kind.clip(parameters, sensory(), inputs * units);
  }

  /** Those of the leaky bodies. */
  @Override
  public int freeWeights() {
    return 3 * units;
  }

  @Override
  public StateMap map(float[] parameters) {
    return new SynapticMap(this, parameters);
  }

  @Override
  public double multiplyAdds() {
    double synapse = kind.gated() ? 13 : 2;
    return synapse * units * ((double) unfolds * units + inputs) + (double) inputs * units;
  }
}
