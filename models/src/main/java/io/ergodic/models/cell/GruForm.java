package io.ergodic.models.cell;

import io.ergodic.models.kernel.GruUnit;
import io.ergodic.models.kernel.HyperbolicTangent;
import io.ergodic.models.kernel.Logistic;
import io.ergodic.models.kernel.RecurrentUnit;
import java.util.random.RandomGenerator;

/** A gated recurrent unit; see {@link GruUnit} for equations and weights. */
record GruForm(int inputs, int hidden) implements CellForm {
  @Override
  public int memory() {
    return hidden;
  }

  @Override
  public int parameterCount() {
    return DenseLayer.parameterCount(2 * hidden, inputs + hidden)
        + DenseLayer.parameterCount(hidden, inputs)
        + DenseLayer.parameterCount(hidden, hidden);
  }

  @Override
  public RecurrentUnit kernel() {
    return new GruUnit(inputs, hidden);
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    UniformWeights.write(parameters, 0, parameterCount(), hidden, random);
  }

  @Override
  public UnitMap map(double[] weights) {
    DenseLayer gates = new DenseLayer(2 * hidden, inputs + hidden, weights, 0);
    int second = gates.parameterCount();
    DenseLayer entering = new DenseLayer(hidden, inputs, weights, second);
    int third = second + entering.parameterCount();
    return new Map(inputs, hidden, gates, entering, new DenseLayer(hidden, hidden, weights, third));
  }

  private static final class Map implements UnitMap {
    private final int inputs;
    private final int hidden;
    private final DenseLayer gates;
    private final DenseLayer entering;
    private final DenseLayer returning;
    private final double[] active;
    private final double[] candidate;
    private final double[] returned;
    private final double[] change;
    private final double[] entered;
    private final double[] back;

    Map(int inputs, int hidden, DenseLayer gates, DenseLayer entering, DenseLayer returning) {
      this.inputs = inputs;
      this.hidden = hidden;
      this.gates = gates;
      this.entering = entering;
      this.returning = returning;
      this.active = new double[2 * hidden];
      this.candidate = new double[hidden];
      this.returned = new double[hidden];
      this.change = new double[2 * hidden];
      this.entered = new double[hidden];
      this.back = new double[hidden];
    }

    @Override
    public int memory() {
      return hidden;
    }

    @Override
    public void step(double[] state, double[] next) {
      gates.apply(state, 0, active);
      entering.apply(state, 0, candidate);
      returning.apply(state, inputs, returned);
      Logistic.apply(active, 0, 2 * hidden);
      for (int i = 0; i < hidden; i++) {
        candidate[i] += active[i] * returned[i];
      }
      HyperbolicTangent.apply(candidate, 0, hidden);
      for (int i = 0; i < hidden; i++) {
        double z = active[hidden + i];
        next[i] = (1 - z) * candidate[i] + z * state[inputs + i];
      }
    }

    @Override
    public void push(double[] state, double[] tangent, double[] image) {
      step(state, image);
      gates.push(tangent, 0, change);
      entering.push(tangent, 0, entered);
      returning.push(tangent, inputs, back);
      for (int i = 0; i < hidden; i++) {
        double reset = active[i];
        double z = active[hidden + i];
        double n = candidate[i];
        double dReset = reset * (1 - reset) * change[i];
        double dz = z * (1 - z) * change[hidden + i];
        double dn = (1 - n * n) * (entered[i] + dReset * returned[i] + reset * back[i]);
        image[i] = (1 - z) * dn + z * tangent[inputs + i] + dz * (state[inputs + i] - n);
      }
    }
  }
}
