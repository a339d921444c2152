package io.ergodic.models.synapse;

import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.LeakyCell;
import io.ergodic.models.plrnn.StateMap;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The continuous-time recurrent network, see {@link LeakyCell}: the state is what is observed,
 * which goes in, and the units.
 *
 * @param inputs dimension N of the data
 * @param units H
 * @param unfolds steps of Euler's method a row
 */
record LeakyArchitecture(int inputs, int units, int unfolds) implements UnitArchitecture {
  private static final float STEP = 0.1f;
  private static final float LONGEST = 1000;

  /** Length of a step of Euler's method, in units of the time constants. */
  double step() {
    return STEP;
  }

  @Override
  public int parameterCount() {
    return units + units * (units + inputs + 1) + inputs * (units + 1);
  }

  @Override
  public LaneCell cell() {
    return new LeakyCell(inputs, units, unfolds, STEP);
  }

  /** Time constants of 1; weights uniform in +- 1 / sqrt(of what goes in), biases 0. */
  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    Arrays.fill(parameters, 0, parameterCount(), 0);
    Arrays.fill(parameters, 0, units, 1);
    double limit = 1 / Math.sqrt(units + inputs);
    for (int i = units; i < units + units * (units + inputs); i++) {
      parameters[i] = (float) SynapseKind.uniform(-limit, limit, random);
    }
    int readout = units + units * (units + inputs + 1);
    double outer = 1 / Math.sqrt(units);
    for (int i = readout; i < readout + inputs * units; i++) {
      parameters[i] = (float) SynapseKind.uniform(-outer, outer, random);
    }
  }

  /** No time constant is below the step: a step never overshoots. */
  @Override
  public void clip(float[] parameters) {
    for (int i = 0; i < units; i++) {
      parameters[i] = Math.min(LONGEST, Math.max(STEP, parameters[i]));
    }
  }

  /** The time constants. */
  @Override
  public int freeWeights() {
    return units;
  }

  @Override
  public StateMap map(float[] parameters) {
    return new LeakyMap(this, parameters);
  }

  @Override
  public double multiplyAdds() {
    return (double) unfolds * units * (units + 12) + 2.0 * inputs * units;
  }
}
