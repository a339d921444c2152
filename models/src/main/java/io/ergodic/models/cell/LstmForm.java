package io.ergodic.models.cell;

import io.ergodic.models.kernel.HyperbolicTangent;
import io.ergodic.models.kernel.Logistic;
import io.ergodic.models.kernel.LstmUnit;
import io.ergodic.models.kernel.RecurrentUnit;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A long short-term memory; see {@link LstmUnit} for equations and weights. Biases of the forget
 * gate begin at 1 (Gers et al. 2000, Jozefowicz et al. 2015).
 *
 * @param coupled whether what is forgotten is what is written
 */
record LstmForm(int inputs, int hidden, boolean coupled) implements CellForm {
  @Override
  public int memory() {
    return 2 * hidden;
  }

  @Override
  public int parameterCount() {
    return DenseLayer.parameterCount(rows(), inputs + hidden);
  }

  @Override
  public RecurrentUnit kernel() {
    return new LstmUnit(inputs, hidden, coupled);
  }

  private int rows() {
    return (coupled ? 3 : 4) * hidden;
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    int bias = rows() * (inputs + hidden);
    UniformWeights.write(parameters, 0, bias + rows(), hidden, random);
    Arrays.fill(parameters, bias, bias + hidden, 1);
  }

  @Override
  public UnitMap map(double[] weights) {
    DenseLayer gates = new DenseLayer(rows(), inputs + hidden, weights, 0);
    double[] scratch = new double[hidden];
    return new Map(inputs, hidden, coupled, gates, new double[rows()], new double[rows()], scratch);
  }

  /** Blocks of {@code active}: f, tanh g, o, and i unless coupled. */
  private record Map(
      int inputs,
      int hidden,
      boolean coupled,
      DenseLayer gates,
      double[] active,
      double[] change,
      double[] squashed)
      implements UnitMap {
    @Override
    public int memory() {
      return 2 * hidden;
    }

    private double written(int i) {
      return coupled ? 1 - active[i] : active[3 * hidden + i];
    }

    @Override
    public void step(double[] state, double[] next) {
      gates.apply(state, 0, active);
      Logistic.apply(active, 0, hidden);
      HyperbolicTangent.apply(active, hidden, hidden);
      Logistic.apply(active, 2 * hidden, coupled ? hidden : 2 * hidden);
      int cells = inputs + hidden;
      for (int i = 0; i < hidden; i++) {
        double value = active[i] * state[cells + i] + written(i) * active[hidden + i];
        next[hidden + i] = value;
        squashed[i] = value;
      }
      HyperbolicTangent.apply(squashed, 0, hidden);
      for (int i = 0; i < hidden; i++) {
        next[i] = active[2 * hidden + i] * squashed[i];
      }
    }

    @Override
    public void push(double[] state, double[] tangent, double[] image) {
      step(state, image);
      gates.push(tangent, 0, change);
      int cells = inputs + hidden;
      for (int i = 0; i < hidden; i++) {
        double forget = active[i];
        double candidate = active[hidden + i];
        double output = active[2 * hidden + i];
        double write = written(i);
        double dForget = forget * (1 - forget) * change[i];
        double dCandidate = (1 - candidate * candidate) * change[hidden + i];
        double dOutput = output * (1 - output) * change[2 * hidden + i];
        double dWrite = coupled ? -dForget : write * (1 - write) * change[3 * hidden + i];
        double dCell =
            forget * tangent[cells + i]
                + dForget * state[cells + i]
                + write * dCandidate
                + dWrite * candidate;
        image[hidden + i] = dCell;
        image[i] = dOutput * squashed[i] + output * (1 - squashed[i] * squashed[i]) * dCell;
      }
    }
  }
}
