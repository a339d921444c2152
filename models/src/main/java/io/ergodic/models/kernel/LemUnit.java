package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The long expressive memory (Rusch, Mishra, Erichson, Mahoney, ICLR 2022): two states with learned
 * time scales, p = dt sig(a), q = dt sig(b), z' = (1 - p) z + p tanh(g), y' = (1 - q) y + q tanh(V
 * (x, z') + v), where a, b, g = W (x, y) + w. Memory: y, z; y is read out. Weights: W (3 H x (N +
 * H) in the order a, b, g), w, V (H x (N + H)), v.
 */
public final class LemUnit implements RecurrentUnit {
  private final int inputs;
  private final int hidden;
  private final float step;
  private final int block;
  private final int joinedSize;
  private final LaneLinear gates;
  private final LaneLinear second;
  private final float[] active;
  private final float[] outward;
  private final float[] joined;
  private final float[] deltas;
  private final float[] secondDeltas;
  private final float[] joinedInner;

  /**
   * @param step dt, the longest time scale of a step, in (0, 1]
   */
  public LemUnit(int inputs, int hidden, double step) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.step = (float) step;
    this.block = hidden * COUNT;
    this.joinedSize = (inputs + hidden) * COUNT;
    this.gates = new LaneLinear(3 * hidden, inputs + hidden);
    this.second = new LaneLinear(hidden, inputs + hidden);
    this.active = new float[gates.outputs()];
    this.outward = new float[second.outputs()];
    this.joined = new float[LaneCell.SLOTS * joinedSize];
    this.deltas = new float[3 * block];
    this.secondDeltas = new float[block];
    this.joinedInner = new float[joinedSize];
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
    return gates.parameterCount() + second.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    gates.load(parameters, offset);
    second.load(parameters, offset + gates.parameterCount());
  }

  @Override
  public void forward(float[] state, int from, float[] next, int to) {
    forward(state, from, next, to, 0);
  }

  private void forward(float[] state, int from, float[] next, int to, int slot) {
    int y = from + inputs * COUNT;
    int z = y + block;
    int kept = slot * joinedSize;
    int zKept = kept + inputs * COUNT;
    gates.apply(state, from, active);
    Squashing.logistic(active, 0, 2 * block);
    Squashing.tanh(active, 2 * block, block);
    System.arraycopy(state, from, joined, kept, inputs * COUNT);
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector old = FloatVector.fromArray(SPECIES, state, z + o);
      FloatVector fresh = FloatVector.fromArray(SPECIES, active, 2 * block + o);
      FloatVector p = FloatVector.fromArray(SPECIES, active, o).mul(step);
      FloatVector value = p.lanewise(VectorOperators.FMA, fresh.sub(old), old);
      value.intoArray(next, to + block + o);
      value.intoArray(joined, zKept + o);
    }
    second.apply(joined, kept, outward);
    Squashing.tanh(outward, 0, block);
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector old = FloatVector.fromArray(SPECIES, state, y + o);
      FloatVector fresh = FloatVector.fromArray(SPECIES, outward, o);
      FloatVector q = FloatVector.fromArray(SPECIES, active, block + o).mul(step);
      q.lanewise(VectorOperators.FMA, fresh.sub(old), old).intoArray(next, to + o);
    }
  }

  @Override
  public void backward(
      float[] state, int from, float[] next, int to, float[] outer, float[] inner, int slot) {
    forward(state, from, next, to, slot);
    int y = inputs * COUNT;
    int z = y + block;
    blend(outer, 0, state, from + y, outward, 0, block, secondDeltas, 0, inner, y);
    second.keep(secondDeltas, 0, slot);
    Arrays.fill(joinedInner, 0);
    second.addBack(slot, joinedInner, 0);
    Lanes.add(joinedInner, 0, inner, 0, y);
    Lanes.add(joinedInner, y, outer, block, block);
    blend(outer, block, state, from + z, active, 2 * block, 0, deltas, 2 * block, inner, z);
    gates.keep(deltas, 0, slot);
    gates.addBack(slot, inner, 0);
  }

  /**
   * The adjoint of (1 - dt gate) old + dt gate fresh for all units, through both squashing
   * functions.
   *
   * @param gateAt where the gate is in {@code active} and its delta in {@code deltas}
   */
  private void blend(
      float[] outer,
      int outerAt,
      float[] state,
      int oldAt,
      float[] fresh,
      int freshAt,
      int gateAt,
      float[] freshDeltas,
      int freshDeltaAt,
      float[] inner,
      int innerAt) {
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector delta = FloatVector.fromArray(SPECIES, outer, outerAt + o);
      FloatVector old = FloatVector.fromArray(SPECIES, state, oldAt + o);
      FloatVector value = FloatVector.fromArray(SPECIES, fresh, freshAt + o);
      FloatVector gate = FloatVector.fromArray(SPECIES, active, gateAt + o);
      FloatVector rate = gate.mul(step);
      delta.mul(value.sub(old)).mul(rate).mul(gate.neg().add(1f)).intoArray(deltas, gateAt + o);
      delta.mul(rate).mul(value.mul(value).neg().add(1f)).intoArray(freshDeltas, freshDeltaAt + o);
      FloatVector.fromArray(SPECIES, inner, innerAt + o)
          .add(delta.mul(rate.neg().add(1f)))
          .intoArray(inner, innerAt + o);
    }
  }

  @Override
  public void accumulate(float[] state, int from, int slots) {
    gates.accumulate(state, from, (inputs + memory()) * COUNT, slots);
    second.accumulate(joined, 0, joinedSize, slots);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    gates.gradient(gradient, offset);
    second.gradient(gradient, offset + gates.parameterCount());
  }
}
