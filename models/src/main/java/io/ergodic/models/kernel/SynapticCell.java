package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Leaky units joined by synapses, C dv/dt = L (V - v) + I - G v, with the fused solver of liquid
 * time-constant networks (Hasani et al. 2021): a row is so many steps v' = (C v + L V + I) / (C + L
 * + G), C standing for capacity over time, with the sums of the input held. The state is (x, v): x
 * goes in as w x + b and what comes out, R v' + r, is the next x.
 *
 * <p>Canonical order of the weights: C, L, V (H each), recurrent synapses, input synapses, w, b (N
 * each), R (N x H), r. Gradients of all but R are gathered in {@link #backwardStep} already.
 */
public final class SynapticCell implements LaneCell {
  private final int inputs;
  private final int units;
  private final int unfolds;
  private final LaneSynapses recurrent;
  private final LaneSynapses sensory;
  private final LaneLinear readout;
  private final float[] body;
  private final float[] bodySums;
  private final float[] affine;
  private final float[] affineSums;
  private final float[] mapped;
  private final float[] heldCurrents;
  private final float[] heldPulls;
  private final float[] currents;
  private final float[] pulls;
  private final float[] path;
  private final float[] totals;
  private final float[] heldByCurrent;
  private final float[] heldByPull;
  private final float[] byCurrent;
  private final float[] byPull;
  private final float[] byUnit;
  private final float[] before;
  private final float[] byInput;
  private final float[] output;
  private final float[] reached;

  /**
   * @param inputs N
   * @param units H
   * @param recurrent from units to units, with {@code unfolds} slots
   * @param sensory from inputs to units, with one slot
   */
  public SynapticCell(
      int inputs, int units, int unfolds, LaneSynapses recurrent, LaneSynapses sensory) {
    this.inputs = inputs;
    this.units = units;
    this.unfolds = unfolds;
    this.recurrent = recurrent;
    this.sensory = sensory;
    this.readout = new LaneLinear(inputs, units);
    int lanes = units * COUNT;
    body = new float[3 * units];
    bodySums = new float[3 * lanes];
    affine = new float[2 * inputs];
    affineSums = new float[2 * inputs * COUNT];
    mapped = new float[inputs * COUNT];
    heldCurrents = new float[lanes];
    heldPulls = new float[lanes];
    currents = new float[lanes];
    pulls = new float[lanes];
    path = new float[(unfolds + 1) * lanes];
    totals = new float[unfolds * lanes];
    heldByCurrent = new float[lanes];
    heldByPull = new float[lanes];
    byCurrent = new float[lanes];
    byPull = new float[lanes];
    byUnit = new float[lanes];
    before = new float[lanes];
    byInput = new float[inputs * COUNT];
    output = new float[readout.outputs()];
    reached = new float[SLOTS * lanes];
  }

  @Override
  public int states() {
    return inputs + units;
  }

  @Override
  public int parameterCount() {
    return 3 * units
        + recurrent.parameterCount()
        + sensory.parameterCount()
        + 2 * inputs
        + readout.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, body, 0, body.length);
    int at = offset + body.length;
    recurrent.load(parameters, at);
    at += recurrent.parameterCount();
    sensory.load(parameters, at);
    at += sensory.parameterCount();
    System.arraycopy(parameters, at, affine, 0, affine.length);
    readout.load(parameters, at + affine.length);
    Arrays.fill(bodySums, 0);
    Arrays.fill(affineSums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < body.length; i++) {
      gradient[offset + i] += Lanes.sum(bodySums, i * COUNT);
    }
    int at = offset + body.length;
    recurrent.gradient(gradient, at);
    at += recurrent.parameterCount();
    sensory.gradient(gradient, at);
    at += sensory.parameterCount();
    for (int i = 0; i < affine.length; i++) {
      gradient[at + i] += Lanes.sum(affineSums, i * COUNT);
    }
    readout.gradient(gradient, at + affine.length);
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    int last = unfolds * units * COUNT;
    unfold(state, from, false);
    readout.apply(path, last, output);
    System.arraycopy(output, 0, next, to, inputs * COUNT);
    System.arraycopy(path, last, next, to + inputs * COUNT, units * COUNT);
  }

  /** Fills the path of v, and the denominators of its steps. */
  private void unfold(float[] state, int from, boolean keep) {
    int size = units * COUNT;
    for (int n = 0; n < inputs; n++) {
      for (int o = n * COUNT; o < (n + 1) * COUNT; o++) {
        mapped[o] = Math.fma(affine[n], state[from + o], affine[inputs + n]);
      }
    }
    Arrays.fill(heldCurrents, 0);
    Arrays.fill(heldPulls, 0);
    System.arraycopy(state, from + inputs * COUNT, path, 0, size);
    sensory.forward(mapped, 0, heldCurrents, heldPulls, keep ? 0 : -1);
    for (int k = 0; k < unfolds; k++) {
      System.arraycopy(heldCurrents, 0, currents, 0, size);
      System.arraycopy(heldPulls, 0, pulls, 0, size);
      recurrent.forward(path, k * size, currents, pulls, keep ? k : -1);
      advance(k * size);
    }
  }

  /** v' = (C v + L V + I) / (C + L + G). */
  private void advance(int at) {
    int size = units * COUNT;
    for (int i = 0; i < units; i++) {
      float capacity = body[i];
      float leak = body[units + i];
      float rest = leak * body[2 * units + i];
      for (int o = i * COUNT; o < (i + 1) * COUNT; o += WIDTH) {
        FloatVector v = FloatVector.fromArray(SPECIES, path, at + o);
        FloatVector above = FloatVector.fromArray(SPECIES, currents, o).add(rest);
        FloatVector total = FloatVector.fromArray(SPECIES, pulls, o).add(capacity + leak);
        total.intoArray(totals, at + o);
        v.lanewise(VectorOperators.FMA, capacity, above).div(total).intoArray(path, at + size + o);
      }
    }
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    int size = units * COUNT;
    unfold(state, from, true);
    System.arraycopy(outer, at + inputs * COUNT, byUnit, 0, size);
    Arrays.fill(heldByCurrent, 0);
    Arrays.fill(heldByPull, 0);
    System.arraycopy(path, unfolds * size, reached, slot * size, size);
    readout.keep(outer, at, slot);
    readout.addBack(slot, byUnit, 0);
    for (int k = unfolds - 1; k >= 0; k--) {
      backUnfold(k * size);
      recurrent.backward(path, k * size, byCurrent, byPull, before, k);
      System.arraycopy(before, 0, byUnit, 0, size);
    }
    Arrays.fill(byInput, 0);
    sensory.backward(mapped, 0, heldByCurrent, heldByPull, byInput, 0);
    for (int n = 0; n < inputs; n++) {
      for (int o = n * COUNT; o < (n + 1) * COUNT; o++) {
        affineSums[o] = Math.fma(byInput[o], state[from + o], affineSums[o]);
        affineSums[inputs * COUNT + o] += byInput[o];
        inner[o] = byInput[o] * affine[n];
      }
    }
    System.arraycopy(byUnit, 0, inner, inputs * COUNT, size);
  }

  /** Through one step of the solver, but for what the recurrent synapses make of it. */
  private void backUnfold(int at) {
    int size = units * COUNT;
    for (int i = 0; i < units; i++) {
      for (int o = i * COUNT; o < (i + 1) * COUNT; o += WIDTH) {
        FloatVector v = FloatVector.fromArray(SPECIES, path, at + o);
        FloatVector after = FloatVector.fromArray(SPECIES, path, at + size + o);
        FloatVector total = FloatVector.fromArray(SPECIES, totals, at + o);
        FloatVector q = FloatVector.fromArray(SPECIES, byUnit, o).div(total);
        FloatVector p = q.mul(after).neg();
        q.intoArray(byCurrent, o);
        p.intoArray(byPull, o);
        FloatVector.fromArray(SPECIES, heldByCurrent, o).add(q).intoArray(heldByCurrent, o);
        FloatVector.fromArray(SPECIES, heldByPull, o).add(p).intoArray(heldByPull, o);
        q.mul(body[i]).intoArray(before, o);
        FloatVector sum = FloatVector.fromArray(SPECIES, bodySums, o).add(p);
        q.lanewise(VectorOperators.FMA, v, sum).intoArray(bodySums, o);
        int leak = size + o;
        sum = FloatVector.fromArray(SPECIES, bodySums, leak).add(p);
        q.lanewise(VectorOperators.FMA, body[2 * units + i], sum).intoArray(bodySums, leak);
        int rest = 2 * size + o;
        sum = FloatVector.fromArray(SPECIES, bodySums, rest);
        q.lanewise(VectorOperators.FMA, body[units + i], sum).intoArray(bodySums, rest);
      }
    }
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    readout.accumulate(reached, 0, units * COUNT, slots);
  }
}
