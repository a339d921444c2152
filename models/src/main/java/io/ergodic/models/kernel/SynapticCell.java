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
 * each), R (N x H), r. Gradients are gathered in {@link #backwardStep} already.
 */
public final class SynapticCell implements LaneCell {
  private final int inputs;
  private final int units;
  private final int unfolds;
  private final LaneSynapses recurrent;
  private final LaneSynapses sensory;
  private final LaneReadout readout;
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
    this.readout = new LaneReadout(units, inputs);
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
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      unfold(state, from, false, lane);
      for (int i = 0; i < units; i++) {
        int o = i * COUNT + lane;
        FloatVector.fromArray(SPECIES, path, unfolds * units * COUNT + o)
            .intoArray(next, to + inputs * COUNT + o);
      }
      readout.forward(path, unfolds * units * COUNT, next, to, lane);
    }
  }

  /** Fills the path of v, and the denominators of its steps. */
  private void unfold(float[] state, int from, boolean keep, int lane) {
    for (int n = 0; n < inputs; n++) {
      int o = n * COUNT + lane;
      FloatVector.fromArray(SPECIES, state, from + o)
          .mul(affine[n])
          .add(affine[inputs + n])
          .intoArray(mapped, o);
    }
    for (int i = 0; i < units; i++) {
      int o = i * COUNT + lane;
      FloatVector.zero(SPECIES).intoArray(heldCurrents, o);
      FloatVector.zero(SPECIES).intoArray(heldPulls, o);
      FloatVector.fromArray(SPECIES, state, from + inputs * COUNT + o).intoArray(path, o);
    }
    sensory.forward(mapped, 0, heldCurrents, heldPulls, keep ? 0 : -1, lane);
    for (int k = 0; k < unfolds; k++) {
      int at = k * units * COUNT;
      for (int i = 0; i < units; i++) {
        int o = i * COUNT + lane;
        FloatVector.fromArray(SPECIES, heldCurrents, o).intoArray(currents, o);
        FloatVector.fromArray(SPECIES, heldPulls, o).intoArray(pulls, o);
      }
      recurrent.forward(path, at, currents, pulls, keep ? k : -1, lane);
      for (int i = 0; i < units; i++) {
        int o = i * COUNT + lane;
        float capacity = body[i];
        float leak = body[units + i];
        FloatVector v = FloatVector.fromArray(SPECIES, path, at + o);
        FloatVector above =
            FloatVector.fromArray(SPECIES, currents, o).add(leak * body[2 * units + i]);
        FloatVector total = FloatVector.fromArray(SPECIES, pulls, o).add(capacity + leak);
        total.intoArray(totals, at + o);
        v.lanewise(VectorOperators.FMA, capacity, above)
            .div(total)
            .intoArray(path, at + units * COUNT + o);
      }
    }
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      unfold(state, from, true, lane);
      for (int i = 0; i < units; i++) {
        int o = i * COUNT + lane;
        FloatVector.fromArray(SPECIES, outer, at + inputs * COUNT + o).intoArray(byUnit, o);
        FloatVector.zero(SPECIES).intoArray(heldByCurrent, o);
        FloatVector.zero(SPECIES).intoArray(heldByPull, o);
      }
      readout.backward(path, unfolds * units * COUNT, outer, at, byUnit, lane);
      for (int k = unfolds - 1; k >= 0; k--) {
        backUnfold(k * units * COUNT, lane);
        recurrent.backward(path, k * units * COUNT, byCurrent, byPull, before, k, lane);
        for (int i = 0; i < units; i++) {
          int o = i * COUNT + lane;
          FloatVector.fromArray(SPECIES, before, o).intoArray(byUnit, o);
        }
      }
      for (int n = 0; n < inputs; n++) {
        FloatVector.zero(SPECIES).intoArray(byInput, n * COUNT + lane);
      }
      sensory.backward(mapped, 0, heldByCurrent, heldByPull, byInput, 0, lane);
      finish(state, from, inner, lane);
    }
  }

  /** Through one step of the solver, but for what the recurrent synapses make of it. */
  private void backUnfold(int at, int lane) {
    for (int i = 0; i < units; i++) {
      int o = i * COUNT + lane;
      FloatVector v = FloatVector.fromArray(SPECIES, path, at + o);
      FloatVector after = FloatVector.fromArray(SPECIES, path, at + units * COUNT + o);
      FloatVector total = FloatVector.fromArray(SPECIES, totals, at + o);
      FloatVector q = FloatVector.fromArray(SPECIES, byUnit, o).div(total);
      FloatVector p = q.mul(after).neg();
      q.intoArray(byCurrent, o);
      p.intoArray(byPull, o);
      add(heldByCurrent, o, q);
      add(heldByPull, o, p);
      q.mul(body[i]).intoArray(before, o);
      add(bodySums, o, q.lanewise(VectorOperators.FMA, v, p));
      add(bodySums, units * COUNT + o, q.mul(body[2 * units + i]).add(p));
      add(bodySums, 2 * units * COUNT + o, q.mul(body[units + i]));
    }
  }

  private void finish(float[] state, int from, float[] inner, int lane) {
    for (int n = 0; n < inputs; n++) {
      int o = n * COUNT + lane;
      FloatVector delta = FloatVector.fromArray(SPECIES, byInput, o);
      add(affineSums, o, delta.mul(FloatVector.fromArray(SPECIES, state, from + o)));
      add(affineSums, inputs * COUNT + o, delta);
      delta.mul(affine[n]).intoArray(inner, o);
    }
    for (int i = 0; i < units; i++) {
      int o = i * COUNT + lane;
      FloatVector.fromArray(SPECIES, byUnit, o).intoArray(inner, inputs * COUNT + o);
    }
  }

  private static void add(float[] sums, int at, FloatVector value) {
    FloatVector.fromArray(SPECIES, sums, at).add(value).intoArray(sums, at);
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {}
}
