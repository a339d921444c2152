package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

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
  private final float[] zeroBias;
  private final float[] held;
  private final float[] drive;
  private final float[] path;
  private final float[] outputs;
  private final float[] heldDeltas;
  private final float[] deltas;
  private final float[] byUnit;
  private final float[] before;
  private final float[] byInput;

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
    zeroBias = new float[recurrent.parameterCount()];
    held = new float[lanes];
    drive = new float[lanes];
    path = new float[(unfolds + 1) * lanes];
    outputs = new float[unfolds * lanes];
    heldDeltas = new float[lanes];
    deltas = new float[lanes];
    byUnit = new float[lanes];
    before = new float[lanes];
    byInput = new float[inputs * COUNT];
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
    System.arraycopy(parameters, offset + units, zeroBias, 0, units * units);
    recurrent.load(zeroBias, 0);
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
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      unfold(state, from, lane);
      int last = unfolds * units * COUNT;
      for (int o = lane; o < units * COUNT; o += COUNT) {
        FloatVector.fromArray(SPECIES, path, last + o).intoArray(next, to + inputs * COUNT + o);
      }
      readout.forward(path, last, next, to, lane);
    }
  }

  private void unfold(float[] state, int from, int lane) {
    sensory.forward(state, from, held, 0, lane);
    for (int o = lane; o < units * COUNT; o += COUNT) {
      FloatVector.fromArray(SPECIES, state, from + inputs * COUNT + o).intoArray(path, o);
    }
    for (int k = 0; k < unfolds; k++) {
      int at = k * units * COUNT;
      recurrent.forward(path, at, drive, 0, lane);
      for (int i = 0; i < units; i++) {
        int o = i * COUNT + lane;
        FloatVector sum =
            FloatVector.fromArray(SPECIES, drive, o).add(FloatVector.fromArray(SPECIES, held, o));
        // tanh x = 2 logistic(2 x) - 1
        FloatVector output = LogisticLanes.of(sum.add(sum)).mul(2f).sub(1f);
        output.intoArray(outputs, at + o);
        FloatVector v = FloatVector.fromArray(SPECIES, path, at + o);
        FloatVector kept = v.mul(1 - step / times[i]);
        output.lanewise(VectorOperators.FMA, step, kept).intoArray(path, at + units * COUNT + o);
      }
    }
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      unfold(state, from, lane);
      for (int o = lane; o < units * COUNT; o += COUNT) {
        FloatVector.fromArray(SPECIES, outer, at + inputs * COUNT + o).intoArray(byUnit, o);
        FloatVector.zero(SPECIES).intoArray(heldDeltas, o);
      }
      readout.backward(path, unfolds * units * COUNT, outer, at, byUnit, lane);
      for (int k = unfolds - 1; k >= 0; k--) {
        backUnfold(k * units * COUNT, lane);
      }
      for (int o = lane; o < inputs * COUNT; o += COUNT) {
        FloatVector.zero(SPECIES).intoArray(byInput, o);
      }
      sensory.backward(state, from, heldDeltas, 0, byInput, lane);
      for (int o = lane; o < inputs * COUNT; o += COUNT) {
        FloatVector.fromArray(SPECIES, byInput, o).intoArray(inner, o);
      }
      for (int o = lane; o < units * COUNT; o += COUNT) {
        FloatVector.fromArray(SPECIES, byUnit, o).intoArray(inner, inputs * COUNT + o);
      }
    }
  }

  private void backUnfold(int at, int lane) {
    for (int i = 0; i < units; i++) {
      int o = i * COUNT + lane;
      FloatVector gradient = FloatVector.fromArray(SPECIES, byUnit, o);
      FloatVector output = FloatVector.fromArray(SPECIES, outputs, at + o);
      FloatVector v = FloatVector.fromArray(SPECIES, path, at + o);
      FloatVector delta = gradient.mul(output.mul(output).neg().add(1f)).mul(step);
      delta.intoArray(deltas, o);
      FloatVector.fromArray(SPECIES, heldDeltas, o).add(delta).intoArray(heldDeltas, o);
      gradient.mul(1 - step / times[i]).intoArray(before, o);
      FloatVector byTime = gradient.mul(v).mul(step / (times[i] * times[i]));
      FloatVector.fromArray(SPECIES, timeSums, o).add(byTime).intoArray(timeSums, o);
    }
    recurrent.backward(path, at, deltas, 0, before, lane);
    for (int o = lane; o < units * COUNT; o += COUNT) {
      FloatVector.fromArray(SPECIES, before, o).intoArray(byUnit, o);
    }
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {}
}
