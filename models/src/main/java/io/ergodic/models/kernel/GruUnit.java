package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The gated recurrent unit (Cho et al. 2014) with the reset gate behind the product, as cuDNN and
 * PyTorch have it: r, z = sig(W (x, h) + b), n = tanh(V x + v + r (U h + u)), h' = (1 - z) n + z h.
 * Memory: h. Weights: W (2 H x (N + H), rows of r before those of z), b, V (H x N), v, U (H x H),
 * u.
 */
public final class GruUnit implements RecurrentUnit {
  private final int inputs;
  private final int hidden;
  private final int block;
  private final LaneLinear gates;
  private final LaneLinear entering;
  private final LaneLinear returning;
  private final float[] active;
  private final float[] candidate;
  private final float[] returned;
  private final float[] deltas;
  private final float[] enteringDeltas;
  private final float[] returningDeltas;

  public GruUnit(int inputs, int hidden) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.block = hidden * COUNT;
    this.gates = new LaneLinear(2 * hidden, inputs + hidden);
    this.entering = new LaneLinear(hidden, inputs);
    this.returning = new LaneLinear(hidden, hidden);
    this.active = new float[gates.outputs()];
    this.candidate = new float[entering.outputs()];
    this.returned = new float[returning.outputs()];
    this.deltas = new float[2 * block];
    this.enteringDeltas = new float[block];
    this.returningDeltas = new float[block];
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
    return hidden;
  }

  @Override
  public int parameterCount() {
    return gates.parameterCount() + entering.parameterCount() + returning.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    int second = offset + gates.parameterCount();
    gates.load(parameters, offset);
    entering.load(parameters, second);
    returning.load(parameters, second + entering.parameterCount());
  }

  @Override
  public void forward(float[] state, int from, float[] next, int to) {
    int h = from + inputs * COUNT;
    gates.apply(state, from, active);
    entering.apply(state, from, candidate);
    returning.apply(state, h, returned);
    Squashing.logistic(active, 0, 2 * block);
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector reset = FloatVector.fromArray(SPECIES, active, o);
      FloatVector back = FloatVector.fromArray(SPECIES, returned, o);
      FloatVector in = FloatVector.fromArray(SPECIES, candidate, o);
      reset.lanewise(VectorOperators.FMA, back, in).intoArray(candidate, o);
    }
    Squashing.tanh(candidate, 0, block);
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector n = FloatVector.fromArray(SPECIES, candidate, o);
      FloatVector z = FloatVector.fromArray(SPECIES, active, block + o);
      FloatVector old = FloatVector.fromArray(SPECIES, state, h + o);
      z.lanewise(VectorOperators.FMA, old.sub(n), n).intoArray(next, to + o);
    }
  }

  @Override
  public void backward(
      float[] state, int from, float[] next, int to, float[] outer, float[] inner, int slot) {
    forward(state, from, next, to);
    int h = inputs * COUNT;
    for (int o = 0; o < block; o += WIDTH) {
      FloatVector reset = FloatVector.fromArray(SPECIES, active, o);
      FloatVector z = FloatVector.fromArray(SPECIES, active, block + o);
      FloatVector n = FloatVector.fromArray(SPECIES, candidate, o);
      FloatVector back = FloatVector.fromArray(SPECIES, returned, o);
      FloatVector old = FloatVector.fromArray(SPECIES, state, from + h + o);
      FloatVector dh = FloatVector.fromArray(SPECIES, outer, o);
      FloatVector open = z.neg().add(1f);
      FloatVector dn = dh.mul(open).mul(n.mul(n).neg().add(1f));
      dn.mul(back).mul(reset).mul(reset.neg().add(1f)).intoArray(deltas, o);
      dh.mul(old.sub(n)).mul(z).mul(open).intoArray(deltas, block + o);
      dn.intoArray(enteringDeltas, o);
      dn.mul(reset).intoArray(returningDeltas, o);
      FloatVector.fromArray(SPECIES, inner, h + o).add(dh.mul(z)).intoArray(inner, h + o);
    }
    gates.keep(deltas, 0, slot);
    entering.keep(enteringDeltas, 0, slot);
    returning.keep(returningDeltas, 0, slot);
    gates.addBack(slot, inner, 0);
    entering.addBack(slot, inner, 0);
    returning.addBack(slot, inner, h);
  }

  @Override
  public void accumulate(float[] state, int from, int slots) {
    int stride = (inputs + hidden) * COUNT;
    gates.accumulate(state, from, stride, slots);
    entering.accumulate(state, from, stride, slots);
    returning.accumulate(state, from + inputs * COUNT, stride, slots);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    int second = offset + gates.parameterCount();
    gates.gradient(gradient, offset);
    entering.gradient(gradient, second);
    returning.gradient(gradient, second + entering.parameterCount());
  }
}
