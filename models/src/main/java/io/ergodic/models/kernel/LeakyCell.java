package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;

import java.util.Arrays;

/**
 * The continuous-time recurrent network dv/dt = -v / tau + tanh(W v + U x + b), a row of which is
 * so many explicit Euler steps. The state is (x, v); R v' + r is the next x. Canonical order of the
 * weights: tau (H), W (H x H), U (H x N), b (H), R (N x H), r. Gradients are gathered in {@link
 * #backwardStep} already.
 */
public final class LeakyCell implements LaneCell {
  private final int inputs;
  private final int units;
  private final int unfolds;
  private final float step;
  private final LaneReadout readout;
  private final LaneReadout recurrent;
  private final LaneReadout sensory;
  private final float[] times;
  private final float[] timeSums;
  private final float[] square;
  private final float[] held;
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
    this.readout = new LaneReadout(units, inputs);
    this.recurrent = new LaneReadout(units, units);
    this.sensory = new LaneReadout(inputs, units);
    int lanes = units * COUNT;
    times = new float[units];
    timeSums = new float[lanes];
    square = new float[recurrent.parameterCount()];
    held = new float[lanes];
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
    return units + units * units + sensory.parameterCount() + readout.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, times, 0, units);
    // The bias of both maps is that of the input's.
    System.arraycopy(parameters, offset + units, square, 0, units * units);
    recurrent.load(square, 0);
    int at = offset + units + units * units;
    sensory.load(parameters, at);
    readout.load(parameters, at + sensory.parameterCount());
    Arrays.fill(timeSums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < units; i++) {
      gradient[offset + i] += Lanes.sum(timeSums, i * COUNT);
    }
    float[] whole = new float[recurrent.parameterCount()];
    recurrent.gradient(whole, 0);
    for (int i = 0; i < units * units; i++) {
      gradient[offset + units + i] += whole[i];
    }
    int at = offset + units + units * units;
    sensory.gradient(gradient, at);
    readout.gradient(gradient, at + sensory.parameterCount());
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    int last = unfolds * units * COUNT;
    unfold(state, from);
    readout.forward(path, last, next, to);
    System.arraycopy(path, last, next, to + inputs * COUNT, units * COUNT);
  }

  /** Fills the path of v, and what its units gave out on it. */
  private void unfold(float[] state, int from) {
    int size = units * COUNT;
    sensory.forward(state, from, held, 0);
    System.arraycopy(state, from + inputs * COUNT, path, 0, size);
    for (int k = 0; k < unfolds; k++) {
      int at = k * size;
      recurrent.forward(path, at, outputs, at);
      for (int o = 0; o < size; o++) {
        outputs[at + o] += held[o];
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
    readout.backward(path, unfolds * size, outer, at, byUnit);
    for (int k = unfolds - 1; k >= 0; k--) {
      backUnfold(k * size);
      recurrent.backward(path, k * size, deltas, 0, before);
      System.arraycopy(before, 0, byUnit, 0, size);
    }
    Arrays.fill(inner, 0, inputs * COUNT, 0);
    sensory.backward(state, from, heldDeltas, 0, inner);
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
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {}
}
