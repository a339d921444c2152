package io.ergodic.models.cell;

import io.ergodic.models.kernel.Gating;
import io.ergodic.models.kernel.HighwayUnit;
import io.ergodic.models.kernel.RecurrentUnit;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A recurrent highway network or, with one layer and no gate, an Elman network; see {@link
 * HighwayUnit} for equations and weights. Gates begin nearly closed, at sig(-2) (Zilly et al. 2017
 * begin with biases of -2 to -4).
 *
 * @param depth layers of a step
 * @param window past states that are attended to, 0 for none
 */
record HighwayForm(int inputs, int hidden, int depth, Gating gating, int window)
    implements CellForm {
  private static final float CLOSED = -2;

  @Override
  public int memory() {
    return (1 + window) * hidden;
  }

  @Override
  public int parameterCount() {
    int rows = gating.blocks() * hidden;
    int first = DenseLayer.parameterCount(rows, columns(0));
    int later = (depth - 1) * DenseLayer.parameterCount(rows, hidden);
    return attentionParameters() + first + later + depth * gating.weights() * hidden;
  }

  @Override
  public RecurrentUnit kernel() {
    return new HighwayUnit(inputs, hidden, depth, gating, window);
  }

  private int attentionParameters() {
    return window > 0 ? DenseLayer.parameterCount(hidden, hidden) : 0;
  }

  /** What the map of a layer reads. */
  private int columns(int layer) {
    return layer > 0 ? hidden : inputs + (window > 0 ? 2 : 1) * hidden;
  }

  @Override
  public void initialise(float[] parameters, RandomGenerator random) {
    int rows = gating.blocks() * hidden;
    UniformWeights.write(parameters, 0, parameterCount(), hidden, random);
    int at = attentionParameters();
    for (int l = 0; l < depth; l++) {
      int end = at + DenseLayer.parameterCount(rows, columns(l)) + gating.weights() * hidden;
      int closed = (gating.blocks() - 1 + gating.weights()) * hidden;
      Arrays.fill(parameters, end - closed, end, CLOSED);
      at = end;
    }
  }

  @Override
  public UnitMap map(double[] weights) {
    AttentionMap attention = window > 0 ? new AttentionMap(hidden, window, weights) : null;
    int at = attentionParameters();
    HighwayLayer[] layers = new HighwayLayer[depth];
    for (int l = 0; l < depth; l++) {
      layers[l] = new HighwayLayer(hidden, columns(l), gating, weights, at);
      at += layers[l].parameterCount();
    }
    return new Map(inputs, hidden, window, attention, layers);
  }

  private static final class Map implements UnitMap {
    private final int inputs;
    private final int hidden;
    private final int window;
    private final AttentionMap attention;
    private final HighwayLayer[] layers;
    private final double[] joined;
    private final double[] joinedChange;
    private final double[] passed;
    private final double[] passedChange;

    Map(int inputs, int hidden, int window, AttentionMap attention, HighwayLayer[] layers) {
      this.inputs = inputs;
      this.hidden = hidden;
      this.window = window;
      this.attention = attention;
      this.layers = layers;
      this.joined = new double[inputs + 2 * hidden];
      this.joinedChange = new double[inputs + 2 * hidden];
      this.passed = new double[hidden];
      this.passedChange = new double[hidden];
    }

    @Override
    public int memory() {
      return (1 + window) * hidden;
    }

    @Override
    public void step(double[] state, double[] next) {
      System.arraycopy(state, 0, joined, 0, inputs + hidden);
      if (attention != null) {
        attention.apply(state, inputs, joined, inputs + hidden);
      }
      System.arraycopy(state, inputs, passed, 0, hidden);
      layers[0].step(joined, passed);
      for (int l = 1; l < layers.length; l++) {
        layers[l].step(passed, passed);
      }
      System.arraycopy(passed, 0, next, 0, hidden);
      System.arraycopy(state, inputs, next, hidden, window * hidden);
    }

    @Override
    public void push(double[] state, double[] tangent, double[] image) {
      System.arraycopy(state, 0, joined, 0, inputs + hidden);
      System.arraycopy(tangent, 0, joinedChange, 0, inputs + hidden);
      if (attention != null) {
        attention.apply(state, inputs, joined, inputs + hidden);
        attention.push(state, tangent, inputs, joinedChange, inputs + hidden);
      }
      System.arraycopy(state, inputs, passed, 0, hidden);
      System.arraycopy(tangent, inputs, passedChange, 0, hidden);
      layers[0].push(joined, joinedChange, passed, passedChange);
      for (int l = 1; l < layers.length; l++) {
        layers[l].push(passed, passedChange, passed, passedChange);
      }
      System.arraycopy(passedChange, 0, image, 0, hidden);
      System.arraycopy(tangent, inputs, image, hidden, window * hidden);
    }
  }
}
