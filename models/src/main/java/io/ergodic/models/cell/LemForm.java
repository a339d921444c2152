package io.ergodic.models.cell;

import io.ergodic.models.kernel.HyperbolicTangent;
import io.ergodic.models.kernel.LemUnit;
import io.ergodic.models.kernel.Logistic;
import io.ergodic.models.kernel.RecurrentUnit;
import java.util.random.RandomGenerator;

/**
 * A long expressive memory; see {@link LemUnit} for equations and weights.
 *
 * @param step dt, the longest time scale of a step
 */
record LemForm(int inputs, int hidden, double step) implements CellForm {
  @Override
  public int memory() {
    return 2 * hidden;
  }

  @Override
  public int parameterCount() {
    return DenseLayer.parameterCount(4 * hidden, inputs + hidden);
  }

  @Override
  public RecurrentUnit kernel() {
    return new LemUnit(inputs, hidden, step);
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    UniformWeights.write(parameters, 0, parameterCount(), hidden, random);
  }

  @Override
  public UnitMap map(double[] weights) {
    DenseLayer gates = new DenseLayer(3 * hidden, inputs + hidden, weights, 0);
    DenseLayer second = new DenseLayer(hidden, inputs + hidden, weights, gates.parameterCount());
    return new Map(inputs, hidden, step, gates, second);
  }

  private static final class Map implements UnitMap {
    private final int inputs;
    private final int hidden;
    private final double step;
    private final DenseLayer gates;
    private final DenseLayer second;
    private final double[] active;
    private final double[] joined;
    private final double[] outward;
    private final double[] change;
    private final double[] joinedChange;
    private final double[] outwardChange;

    Map(int inputs, int hidden, double step, DenseLayer gates, DenseLayer second) {
      this.inputs = inputs;
      this.hidden = hidden;
      this.step = step;
      this.gates = gates;
      this.second = second;
      this.active = new double[3 * hidden];
      this.joined = new double[inputs + hidden];
      this.outward = new double[hidden];
      this.change = new double[3 * hidden];
      this.joinedChange = new double[inputs + hidden];
      this.outwardChange = new double[hidden];
    }

    @Override
    public int memory() {
      return 2 * hidden;
    }

    @Override
    public void step(double[] state, double[] next) {
      int y = inputs;
      int z = inputs + hidden;
      gates.apply(state, 0, active);
      Logistic.apply(active, 0, 2 * hidden);
      HyperbolicTangent.apply(active, 2 * hidden, hidden);
      System.arraycopy(state, 0, joined, 0, inputs);
      for (int i = 0; i < hidden; i++) {
        double rate = step * active[i];
        double value = (1 - rate) * state[z + i] + rate * active[2 * hidden + i];
        next[hidden + i] = value;
        joined[inputs + i] = value;
      }
      second.apply(joined, 0, outward);
      HyperbolicTangent.apply(outward, 0, hidden);
      for (int i = 0; i < hidden; i++) {
        double rate = step * active[hidden + i];
        next[i] = (1 - rate) * state[y + i] + rate * outward[i];
      }
    }

    @Override
    public void push(double[] state, double[] tangent, double[] image) {
      step(state, image);
      int y = inputs;
      int z = inputs + hidden;
      gates.push(tangent, 0, change);
      System.arraycopy(tangent, 0, joinedChange, 0, inputs);
      for (int i = 0; i < hidden; i++) {
        double candidate = active[2 * hidden + i];
        double slope = 1 - candidate * candidate;
        double difference = candidate - state[z + i];
        double value =
            blended(active[i], change[i], tangent[z + i], difference)
                + step * active[i] * slope * change[2 * hidden + i];
        image[hidden + i] = value;
        joinedChange[inputs + i] = value;
      }
      second.push(joinedChange, 0, outwardChange);
      for (int i = 0; i < hidden; i++) {
        double gate = active[hidden + i];
        double slope = 1 - outward[i] * outward[i];
        image[i] =
            blended(gate, change[hidden + i], tangent[y + i], outward[i] - state[y + i])
                + step * gate * slope * outwardChange[i];
      }
    }

    /** The change of (1 - dt gate) old + dt gate fresh, but for that of fresh. */
    private double blended(double gate, double dGate, double dOld, double freshLessOld) {
      return (1 - step * gate) * dOld + step * gate * (1 - gate) * dGate * freshLessOld;
    }
  }
}
