package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;

import java.util.Arrays;

/**
 * The continuous-time recurrent network dv/dt = -v / tau + tanh(W v + U x + b), a row of which is
 * so many explicit Euler steps. The state is (x, v); R v' + r is the next x. Canonical order of the
 * weights: tau (H), W (H x H), U (H x N), b (H), R (N x H), r. Gradients of tau and W are gathered
 * in {@link #backwardStep} already.
 */
public final class LeakyCell implements LaneCell {
  private final int inputs;
  private final int units;
  private final int unfolds;
  private final float step;
  private final LaneLinear readout;
  private final LaneLinear recurrent;
  private final LaneLinear sensory;
  private final float[] times;
  private final float[] timeSums;
  private final float[] held;
  private final float[] driven;
  private final float[] output;
  private final float[] reached;
  private final float[] path;
  private final float[] outputs;
  private final float[] heldDeltas;
  private final float[] deltas;
  private final float[] byUnit;
  private final float[] before;

  /**
   * @param inputs N
   * @param units H
   * @param step of Euler's method
   */
  public LeakyCell(int inputs, int units, int unfolds, float step) {
    this.inputs = inputs;
    this.units = units;
    this.unfolds = unfolds;
    this.step = step;
    this.readout = new LaneLinear(inputs, units);
    this.recurrent = new LaneLinear(units, units, false);
    this.sensory = new LaneLinear(units, inputs);
    int lanes = units * COUNT;
    times = new float[units];
    timeSums = new float[lanes];
    held = new float[sensory.outputs()];
    driven = new float[recurrent.outputs()];
    output = new float[readout.outputs()];
    reached = new float[SLOTS * lanes];
    path = new float[(unfolds + 1) * lanes];
    outputs = new float[unfolds * lanes];
    heldDeltas = new float[lanes];
    deltas = new float[lanes];
    byUnit = new float[lanes];
    before = new float[lanes];
  }

  @Override
  public int states() {
    return inputs + units;
  }

  @Override
  public int parameterCount() {
    return units + recurrent.parameterCount() + sensory.parameterCount() + readout.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, times, 0, units);
    recurrent.load(parameters, offset + units);
    int at = offset + units + recurrent.parameterCount();
    sensory.load(parameters, at);
    readout.load(parameters, at + sensory.parameterCount());
    Arrays.fill(timeSums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < units; i++) {
      gradient[offset + i] += Lanes.sum(timeSums, i * COUNT);
    }
    recurrent.gradient(gradient, offset + units);
    int at = offset + units + recurrent.parameterCount();
    sensory.gradient(gradient, at);
    readout.gradient(gradient, at + sensory.parameterCount());
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    int last = unfolds * units * COUNT;
    unfold(state, from);
    readout.apply(path, last, output);
    System.arraycopy(output, 0, next, to, inputs * COUNT);
    System.arraycopy(path, last, next, to + inputs * COUNT, units * COUNT);
  }

  /** Fills the path of v, and what its units gave out on it. */
  private void unfold(float[] state, int from) {
    int size = units * COUNT;
    sensory.apply(state, from, held);
    System.arraycopy(state, from + inputs * COUNT, path, 0, size);
    for (int k = 0; k < unfolds; k++) {
      int at = k * size;
      recurrent.apply(path, at, driven);
      for (int o = 0; o < size; o++) {
        outputs[at + o] = driven[o] + held[o];
      }
      Squashing.tanh(outputs, at, size);
      for (int i = 0; i < units; i++) {
        float kept = 1 - step / times[i];
        for (int o = at + i * COUNT; o < at + (i + 1) * COUNT; o++) {
          path[size + o] = Math.fma(step, outputs[o], kept * path[o]);
        }
      }
    }
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    int size = units * COUNT;
    unfold(state, from);
    System.arraycopy(outer, at + inputs * COUNT, byUnit, 0, size);
    Arrays.fill(heldDeltas, 0);
    System.arraycopy(path, unfolds * size, reached, slot * size, size);
    readout.keep(outer, at, slot);
    readout.addBack(slot, byUnit, 0);
    // Steps of the solver take slots of their own, as many at once as there are.
    for (int k = unfolds - 1, end = unfolds; k >= 0; k--) {
      int own = k % SLOTS;
      backUnfold(k * size);
      recurrent.keep(deltas, 0, own);
      recurrent.addBack(own, before, 0);
      System.arraycopy(before, 0, byUnit, 0, size);
      if (own == 0) {
        recurrent.accumulate(path, k * size, size, end - k);
        end = k;
      }
    }
    Arrays.fill(inner, 0, inputs * COUNT, 0);
    sensory.keep(heldDeltas, 0, slot);
    sensory.addBack(slot, inner, 0);
    System.arraycopy(byUnit, 0, inner, inputs * COUNT, size);
  }

  private void backUnfold(int at) {
    for (int i = 0; i < units; i++) {
      float kept = 1 - step / times[i];
      float byTime = step / (times[i] * times[i]);
      for (int o = i * COUNT; o < (i + 1) * COUNT; o++) {
        float gradient = byUnit[o];
        float output = outputs[at + o];
        deltas[o] = step * gradient * (1 - output * output);
        heldDeltas[o] += deltas[o];
        before[o] = kept * gradient;
        timeSums[o] = Math.fma(byTime * gradient, path[at + o], timeSums[o]);
      }
    }
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    sensory.accumulate(state, from, (inputs + units) * COUNT, slots);
    readout.accumulate(reached, 0, units * COUNT, slots);
  }
}
