package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;

import java.util.Arrays;

/**
 * The recurrent highway network (Zilly et al. 2017): a step passes L layers, s(l) made of s(l - 1)
 * and tanh(g(l)) as {@link Gating} says, where g(1) and what its gate reads are affine in (x, h)
 * and later ones in s(l - 1); h = s(0), h' = s(L). One layer without a gate is the network of Elman
 * (1990), h' = tanh(W x + U h + b). With a window K the first layer also reads the context of a
 * {@link WindowAttention} over the K hidden states before h. Memory: h, the window. Weights: those
 * of attention, then for each layer its map, rows of g before those of the gate, and its gate.
 */
public final class HighwayUnit implements RecurrentUnit {
  private final int inputs;
  private final int hidden;
  private final int window;
  private final int block;
  private final int joinedSize;
  private final WindowAttention attention;
  private final LaneLinear[] maps;
  private final LayerGate[] gates;
  private final float[][] active;
  private final float[] joined;
  private final float[] joinedInner;
  private final float[][] passed;
  private final float[] deltas;

  /**
   * @param depth layers L of a step
   * @param window past states that are attended to, 0 for none
   */
  public HighwayUnit(int inputs, int hidden, int depth, Gating gating, int window) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.window = window;
    this.block = hidden * COUNT;
    int columns = inputs + (window > 0 ? 2 : 1) * hidden;
    this.joinedSize = columns * COUNT;
    this.attention = window > 0 ? new WindowAttention(hidden, window) : null;
    this.maps = new LaneLinear[depth];
    this.gates = new LayerGate[depth];
    this.active = new float[depth][];
    this.passed = new float[depth][];
    for (int l = 0; l < depth; l++) {
      maps[l] = new LaneLinear(gating.blocks() * hidden, l == 0 ? columns : hidden);
      gates[l] = gating.create(hidden);
      active[l] = new float[maps[l].outputs()];
      passed[l] = new float[LaneCell.SLOTS * block];
    }
    this.joined = new float[LaneCell.SLOTS * joinedSize];
    this.joinedInner = new float[joinedSize];
    this.deltas = new float[gating.blocks() * block];
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int hidden() {
    return hidden;
  }

  @Override
  public int memory() {
    return (1 + window) * hidden;
  }

  @Override
  public int parameterCount() {
    int count = attention == null ? 0 : attention.parameterCount();
    for (int l = 0; l < maps.length; l++) {
      count += maps[l].parameterCount() + gates[l].parameterCount();
    }
    return count;
  }

  @Override
  public void load(float[] parameters, int offset) {
    int at = offset;
    if (attention != null) {
      attention.load(parameters, at);
      at += attention.parameterCount();
    }
    for (int l = 0; l < maps.length; l++) {
      maps[l].load(parameters, at);
      at += maps[l].parameterCount();
      gates[l].load(parameters, at);
      at += gates[l].parameterCount();
    }
  }

  @Override
  public void forward(float[] state, int from, float[] next, int to) {
    forward(state, from, next, to, 0);
  }

  private void forward(float[] state, int from, float[] next, int to, int slot) {
    int h = from + inputs * COUNT;
    int first = slot * joinedSize;
    System.arraycopy(state, from, joined, first, inputs * COUNT + block);
    if (attention != null) {
      attention.forward(state, h, joined, first + inputs * COUNT + block);
    }
    maps[0].apply(joined, first, active[0]);
    gates[0].forward(state, h, active[0], passed[0], slot * block);
    for (int l = 1; l < maps.length; l++) {
      maps[l].apply(passed[l - 1], slot * block, active[l]);
      gates[l].forward(passed[l - 1], slot * block, active[l], passed[l], slot * block);
    }
    System.arraycopy(passed[maps.length - 1], slot * block, next, to, block);
    System.arraycopy(state, h, next, to + block, window * block);
  }

  @Override
  public void backward(
      float[] state, int from, float[] next, int to, float[] outer, float[] inner, int slot) {
    forward(state, from, next, to, slot);
    for (int l = maps.length - 1; l > 0; l--) {
      gates[l].backward(passed[l - 1], slot * block, active[l], outer, deltas);
      maps[l].keep(deltas, 0, slot);
      maps[l].addBack(slot, outer, 0);
    }
    int h = inputs * COUNT;
    gates[0].backward(state, from + h, active[0], outer, deltas);
    maps[0].keep(deltas, 0, slot);
    Arrays.fill(joinedInner, 0);
    maps[0].addBack(slot, joinedInner, 0);
    Lanes.add(joinedInner, 0, inner, 0, h + block);
    Lanes.add(outer, 0, inner, h, block);
    Lanes.add(outer, block, inner, h, window * block);
    if (attention != null) {
      attention.backward(state, from + h, joinedInner, h + block, inner, h, slot);
    }
  }

  @Override
  public void accumulate(float[] state, int from, int slots) {
    maps[0].accumulate(joined, 0, joinedSize, slots);
    for (int l = 1; l < maps.length; l++) {
      maps[l].accumulate(passed[l - 1], 0, block, slots);
    }
    if (attention != null) {
      int stride = (inputs + memory()) * COUNT;
      attention.accumulate(state, from + inputs * COUNT, stride, slots);
    }
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    int at = offset;
    if (attention != null) {
      attention.gradient(gradient, at);
      at += attention.parameterCount();
    }
    for (int l = 0; l < maps.length; l++) {
      maps[l].gradient(gradient, at);
      at += maps[l].parameterCount();
      gates[l].gradient(gradient, at);
      at += gates[l].parameterCount();
    }
  }
}
