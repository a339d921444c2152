package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000): f, g, o, i = W (x, h) + b, c' = sig(f) c + sig(i) tanh(g), h' = sig(o) tanh(c'). With
 * coupled gates there is no i, and 1 - sig(f) in place of sig(i). Memory: h, c. Weights: W (3 H or
 * 4 H rows in the order f, g, o, i; N + H columns), b.
 */
public final class LstmUnit implements RecurrentUnit {
  private final int inputs;
  private final int hidden;
  private final boolean coupled;
  private final int block;
  private final LaneLinear gates;
  private final float[] active;
  private final float[] deltas;
  private final float[] squashed;
  private final float[] written;

  /**
   * @param coupled whether what is forgotten is what is written
   */
  public LstmUnit(int inputs, int hidden, boolean coupled) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.coupled = coupled;
    this.block = hidden * COUNT;
    this.gates = new LaneLinear((coupled ? 3 : 4) * hidden, inputs + hidden);
    this.active = new float[gates.outputs()];
    this.deltas = new float[gates.outputs()];
    this.squashed = new float[block];
    this.written = new float[block];
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
    return 2 * hidden;
  }

  @Override
  public int parameterCount() {
    return gates.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    gates.load(parameters, offset);
  }

  @Override
  public void forward(float[] state, int from, float[] next, int to) {
    gates.apply(state, from, active);
    Squashing.logistic(active, 0, block);
    Squashing.tanh(active, block, block);
    Squashing.logistic(active, 2 * block, coupled ? block : 2 * block);
    if (coupled) {
      for (int o = 0; o < block; o += WIDTH) {
        FloatVector.fromArray(SPECIES, active, o).neg().add(1f).intoArray(written, o);
      }
    } else {
      System.arraycopy(active, 3 * block, written, 0, block);
    }
    int cells = from + inputs * COUNT + block;
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector forget = FloatVector.fromArray(SPECIES, active, o);
      FloatVector candidate = FloatVector.fromArray(SPECIES, active, block + o);
      FloatVector c = FloatVector.fromArray(SPECIES, state, cells + o);
      FloatVector fresh = FloatVector.fromArray(SPECIES, written, o).mul(candidate);
      FloatVector cell = c.lanewise(VectorOperators.FMA, forget, fresh);
      cell.intoArray(next, to + block + o);
      cell.intoArray(squashed, o);
    }
    Squashing.tanh(squashed, 0, block);
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector.fromArray(SPECIES, active, 2 * block + o)
          .mul(FloatVector.fromArray(SPECIES, squashed, o))
          .intoArray(next, to + o);
    }
  }

  @Override
  public void backward(
      float[] state, int from, float[] next, int to, float[] outer, float[] inner, int slot) {
    forward(state, from, next, to);
    int cells = inputs * COUNT + block;
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector output = FloatVector.fromArray(SPECIES, active, 2 * block + o);
      FloatVector tangent = FloatVector.fromArray(SPECIES, squashed, o);
      FloatVector dh = FloatVector.fromArray(SPECIES, outer, o);
      dh.mul(tangent).mul(output).mul(output.neg().add(1f)).intoArray(deltas, 2 * block + o);
      dh.mul(output)
          .mul(tangent.mul(tangent).neg().add(1f))
          .add(FloatVector.fromArray(SPECIES, outer, block + o))
          .intoArray(outer, block + o);
    }
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector dc = FloatVector.fromArray(SPECIES, outer, block + o);
      FloatVector forget = FloatVector.fromArray(SPECIES, active, o);
      FloatVector candidate = FloatVector.fromArray(SPECIES, active, block + o);
      FloatVector write = FloatVector.fromArray(SPECIES, written, o);
      FloatVector c = FloatVector.fromArray(SPECIES, state, from + cells + o);
      dc.mul(c).mul(forget).mul(forget.neg().add(1f)).intoArray(deltas, o);
      dc.mul(write).mul(candidate.mul(candidate).neg().add(1f)).intoArray(deltas, block + o);
      dc.mul(candidate).mul(write).mul(write.neg().add(1f)).intoArray(written, o);
      FloatVector.fromArray(SPECIES, inner, cells + o)
          .add(dc.mul(forget))
          .intoArray(inner, cells + o);
    }
    writeDeltas();
    gates.keep(deltas, 0, slot);
    gates.addBack(slot, inner, 0);
  }

  /** What is written is a gate of its own, or follows the forget gate with the other sign. */
  private void writeDeltas() {
    if (!coupled) {
      System.arraycopy(written, 0, deltas, 3 * block, block);
      return;
    }
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector.fromArray(SPECIES, deltas, o)
          .sub(FloatVector.fromArray(SPECIES, written, o))
          .intoArray(deltas, o);
    }
  }

  @Override
  public void accumulate(float[] state, int from, int slots) {
    gates.accumulate(state, from, (inputs + memory()) * COUNT, slots);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    gates.gradient(gradient, offset);
  }
}
