package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The Legendre memory unit that is fed what it shows, over sixteen lanes. The state is (x, h, m): u
 * = e . (x, h, m); m' = F m + G u; h' = tanh(W (x, h, m')); x' = V h' + c. Weights: e, W (H rows),
 * V, c; F and G stay as they are.
 */
public final class LegendreCell implements LaneCell {
  private final int observed;
  private final int hidden;
  private final int order;
  private final int states;
  private final LaneLinear encoder;
  private final LaneLinear transition;
  private final LaneLinear kernel;
  private final LaneLinear readout;
  private final float[] input;
  private final float[] signal;
  private final float[] moved;
  private final float[] units;
  private final float[] shown;

  /** (x, h, m') and h' of each slot. */
  private final float[] seen;

  private final float[] reached;
  private final float[] unitDeltas;
  private final float[] seenDeltas;
  private final float[] signalDeltas;

  /**
   * @param transition F, d x d row-major
   * @param input G, d values
   */
  public LegendreCell(int observed, int hidden, double[] transition, double[] input) {
    this.observed = observed;
    this.hidden = hidden;
    this.order = input.length;
    this.states = observed + hidden + order;
    this.encoder = new LaneLinear(1, states, false);
    this.transition = new LaneLinear(order, order, false);
    this.kernel = new LaneLinear(hidden, states, false);
    this.readout = new LaneLinear(observed, hidden);
    this.transition.load(narrow(transition), 0);
    this.input = narrow(input);
    this.signal = new float[encoder.outputs()];
    this.moved = new float[this.transition.outputs()];
    this.units = new float[kernel.outputs()];
    this.shown = new float[readout.outputs()];
    this.seen = new float[SLOTS * states * COUNT];
    this.reached = new float[SLOTS * hidden * COUNT];
    this.unitDeltas = new float[hidden * COUNT];
    this.seenDeltas = new float[states * COUNT];
    this.signalDeltas = new float[COUNT];
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  @Override
  public int states() {
    return states;
  }

  @Override
  public int parameterCount() {
    return encoder.parameterCount() + kernel.parameterCount() + readout.parameterCount();
  }

  @Override
  public void load(float[] parameters, int offset) {
    int second = offset + encoder.parameterCount();
    encoder.load(parameters, offset);
    kernel.load(parameters, second);
    readout.load(parameters, second + kernel.parameterCount());
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    int memory = (observed + hidden) * COUNT;
    sense(state, from, 0);
    readout.apply(units, 0, shown);
    System.arraycopy(shown, 0, next, to, observed * COUNT);
    System.arraycopy(units, 0, next, to + observed * COUNT, hidden * COUNT);
    System.arraycopy(seen, memory, next, to + memory, order * COUNT);
  }

  /** (x, h, m') in a slot of {@code seen} and h' in {@code units}. */
  private void sense(float[] state, int from, int slot) {
    int at = slot * states * COUNT;
    int memory = (observed + hidden) * COUNT;
    encoder.apply(state, from, signal);
    transition.apply(state, from + memory, moved);
    System.arraycopy(state, from, seen, at, memory);
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      FloatVector u = FloatVector.fromArray(SPECIES, signal, lane);
      for (int i = 0; i < order; i++) {
        int o = i * COUNT + lane;
        FloatVector kept = FloatVector.fromArray(SPECIES, moved, o);
        u.lanewise(VectorOperators.FMA, input[i], kept).intoArray(seen, at + memory + o);
      }
    }
    kernel.apply(seen, at, units);
    Squashing.tanh(units, 0, hidden * COUNT);
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    int memory = (observed + hidden) * COUNT;
    sense(state, from, slot);
    System.arraycopy(units, 0, reached, slot * hidden * COUNT, hidden * COUNT);
    System.arraycopy(outer, at + observed * COUNT, unitDeltas, 0, hidden * COUNT);
    readout.keep(outer, at, slot);
    readout.addBack(slot, unitDeltas, 0);
    throughTangents();
    kernel.keep(unitDeltas, 0, slot);
    Arrays.fill(seenDeltas, 0, memory, 0);
    System.arraycopy(outer, at + memory, seenDeltas, memory, order * COUNT);
    kernel.addBack(slot, seenDeltas, 0);
    addInputs(memory);
    System.arraycopy(seenDeltas, 0, inner, 0, memory);
    Arrays.fill(inner, memory, states * COUNT, 0);
    transition.keep(seenDeltas, memory, slot);
    transition.addBack(slot, inner, memory);
    encoder.keep(signalDeltas, 0, slot);
    encoder.addBack(slot, inner, 0);
  }

  private void throughTangents() {
    for (int o = 0; o < unitDeltas.length; o += WIDTH) {
      FloatVector h = FloatVector.fromArray(SPECIES, units, o);
      FloatVector delta = FloatVector.fromArray(SPECIES, unitDeltas, o);
      delta.mul(h.mul(h).neg().add(1f)).intoArray(unitDeltas, o);
    }
  }

  /** dL/du, from dL/dm'. */
  private void addInputs(int memory) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int i = 0; i < order; i++) {
        FloatVector delta = FloatVector.fromArray(SPECIES, seenDeltas, memory + i * COUNT + lane);
        sum = delta.lanewise(VectorOperators.FMA, input[i], sum);
      }
      sum.intoArray(signalDeltas, lane);
    }
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    encoder.accumulate(state, from, states * COUNT, slots);
    kernel.accumulate(seen, 0, states * COUNT, slots);
    readout.accumulate(reached, 0, hidden * COUNT, slots);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    int second = offset + encoder.parameterCount();
    encoder.gradient(gradient, offset);
    kernel.gradient(gradient, second);
    readout.gradient(gradient, second + kernel.parameterCount());
  }
}
