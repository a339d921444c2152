package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;

import java.util.Arrays;

/**
 * A recurrent unit that is fed its own prediction: memory' = U(x, memory), x' = R h' + r, h' the
 * first H variables of the memory. With identity observation of x, teacher forcing of any strength
 * is that of every other map: strength 1 is a network driven by the data, 0 one that runs freely.
 * Canonical order of the weights: the unit's, R (N x H, row-major), r (N).
 */
public final class RecurrentCell implements LaneCell {
  private final RecurrentUnit unit;
  private final int inputs;
  private final int memory;
  private final LaneLinear readout;
  private final float[] output;
  private final float[] memoryOuter;
  private final float[] nextMemory;

  public RecurrentCell(RecurrentUnit unit) {
    this.unit = unit;
    this.inputs = unit.inputs();
    this.memory = unit.memory();
    this.readout = new LaneLinear(inputs, unit.hidden());
    this.output = new float[readout.outputs()];
    this.memoryOuter = new float[memory * COUNT];
    this.nextMemory = new float[SLOTS * memory * COUNT];
  }

  @Override
  public int states() {
    return inputs + memory;
  }

  @Override
  public int parameterCount() {
    return unit.parameterCount() + readout.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    unit.load(parameters, offset);
    readout.load(parameters, offset + unit.parameterCount());
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    int memoryTo = to + inputs * COUNT;
    unit.forward(state, from, next, memoryTo);
    readout.apply(next, memoryTo, output);
    System.arraycopy(output, 0, next, to, inputs * COUNT);
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    System.arraycopy(outer, at + inputs * COUNT, memoryOuter, 0, memory * COUNT);
    readout.keep(outer, at, slot);
    readout.addBack(slot, memoryOuter, 0);
    Arrays.fill(inner, 0);
    unit.backward(state, from, nextMemory, slot * memory * COUNT, memoryOuter, inner, slot);
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    readout.accumulate(nextMemory, 0, memory * COUNT, slots);
    unit.accumulate(state, from, slots);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    unit.gradient(gradient, offset);
    readout.gradient(gradient, offset + unit.parameterCount());
  }
}
