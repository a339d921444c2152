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
  private final float[] transition;
  private final float[] input;
  private final float[] weights;
  private final float[] sums;

  /** (x, h, m') of a step, then h', then what comes back to it. */
  private final float[] seen;

  private final float[] units;
  private final float[] deltas;
  private final double[] wide;

  /**
   * @param transition F, d x d row-major
   * @param input G, d values
   */
  public LegendreCell(int observed, int hidden, double[] transition, double[] input) {
    this.observed = observed;
    this.hidden = hidden;
    this.order = input.length;
    this.states = observed + hidden + order;
    this.transition = narrow(transition);
    this.input = narrow(input);
    this.weights = new float[parameterCount()];
    this.sums = new float[parameterCount() * COUNT];
    this.seen = new float[states * COUNT];
    this.units = new float[hidden * COUNT];
    this.deltas = new float[(states + hidden) * COUNT];
    this.wide = new double[hidden * COUNT];
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
    return states + hidden * states + observed * (hidden + 1);
  }

  /** Where V begins; W begins behind the M weights e. */
  private int shown() {
    return states + hidden * states;
  }

  @Override
  public void load(float[] parameters, int offset) {
    System.arraycopy(parameters, offset, weights, 0, weights.length);
    Arrays.fill(sums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    for (int i = 0; i < weights.length; i++) {
      gradient[offset + i] += Lanes.sum(sums, i * COUNT);
    }
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    sense(state, from);
    System.arraycopy(units, 0, next, to + observed * COUNT, hidden * COUNT);
    int memory = observed + hidden;
    System.arraycopy(seen, memory * COUNT, next, to + memory * COUNT, order * COUNT);
    int bias = shown() + observed * hidden;
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int n = 0; n < observed; n++) {
        dot(weights, shown() + n * hidden, hidden, units, lane)
            .add(weights[bias + n])
            .intoArray(next, to + n * COUNT + lane);
      }
    }
  }

  /** (x, h, m') in {@code seen} and h' in {@code units}. */
  private void sense(float[] state, int from) {
    int memory = (observed + hidden) * COUNT;
    System.arraycopy(state, from, seen, 0, memory);
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      FloatVector u = dot(weights, 0, states, state, from + lane);
      for (int i = 0; i < order; i++) {
        FloatVector kept = dot(transition, i * order, order, state, from + memory + lane);
        u.lanewise(VectorOperators.FMA, input[i], kept).intoArray(seen, memory + i * COUNT + lane);
      }
      for (int k = 0; k < hidden; k++) {
        dot(weights, states * (k + 1), states, seen, lane).intoArray(units, k * COUNT + lane);
      }
    }
    for (int i = 0; i < wide.length; i++) {
      wide[i] = units[i];
    }
    HyperbolicTangent.apply(wide, 0, wide.length);
    for (int i = 0; i < wide.length; i++) {
      units[i] = (float) wide[i];
    }
  }

  /** The sum of weights times rows of 16. */
  private static FloatVector dot(float[] weights, int w, int count, float[] rows, int from) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < count; i++) {
      FloatVector row = FloatVector.fromArray(SPECIES, rows, from + i * COUNT);
      sum = row.lanewise(VectorOperators.FMA, weights[w + i], sum);
    }
    return sum;
  }

  /** Gathers its gradients at once: {@link #accumulate} has nothing left to do. */
  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    sense(state, from);
    int memory = (observed + hidden) * COUNT;
    int toUnits = states * COUNT;
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      // dL/dh', from the next state and from what is shown; then through tanh.
      for (int k = 0; k < hidden; k++) {
        FloatVector h = FloatVector.fromArray(SPECIES, units, k * COUNT + lane);
        FloatVector delta =
            FloatVector.fromArray(SPECIES, outer, at + (observed + k) * COUNT + lane);
        for (int n = 0; n < observed; n++) {
          FloatVector shown = FloatVector.fromArray(SPECIES, outer, at + n * COUNT + lane);
          delta = shown.lanewise(VectorOperators.FMA, weights[shown() + n * hidden + k], delta);
        }
        delta.sub(delta.mul(h).mul(h)).intoArray(deltas, toUnits + k * COUNT + lane);
      }
      // dL/d(x, h, m') of the units, to which the next state adds its part of m'.
      for (int i = 0; i < states; i++) {
        FloatVector delta =
            i < observed + hidden
                ? FloatVector.zero(SPECIES)
                : FloatVector.fromArray(SPECIES, outer, at + i * COUNT + lane);
        for (int k = 0; k < hidden; k++) {
          FloatVector unit = FloatVector.fromArray(SPECIES, deltas, toUnits + k * COUNT + lane);
          delta = unit.lanewise(VectorOperators.FMA, weights[states * (k + 1) + i], delta);
        }
        delta.intoArray(deltas, i * COUNT + lane);
      }
      FloatVector u = dot(input, 0, order, deltas, memory + lane);
      for (int i = 0; i < states; i++) {
        FloatVector back =
            i < observed + hidden
                ? FloatVector.fromArray(SPECIES, deltas, i * COUNT + lane)
                : transposed(i - observed - hidden, memory + lane);
        u.lanewise(VectorOperators.FMA, weights[i], back).intoArray(inner, i * COUNT + lane);
        add(u, state, from + i * COUNT + lane, i * COUNT + lane);
      }
      gather(outer, at, toUnits, lane);
    }
  }

  /** Column j of F times dL/dm'. */
  private FloatVector transposed(int j, int from) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < order; i++) {
      FloatVector delta = FloatVector.fromArray(SPECIES, deltas, from + i * COUNT);
      sum = delta.lanewise(VectorOperators.FMA, transition[i * order + j], sum);
    }
    return sum;
  }

  /** Gradients of W, V and c. */
  private void gather(float[] outer, int at, int toUnits, int lane) {
    for (int k = 0; k < hidden; k++) {
      FloatVector unit = FloatVector.fromArray(SPECIES, deltas, toUnits + k * COUNT + lane);
      for (int i = 0; i < states; i++) {
        add(unit, seen, i * COUNT + lane, (states * (k + 1) + i) * COUNT + lane);
      }
    }
    int bias = (shown() + observed * hidden) * COUNT;
    for (int n = 0; n < observed; n++) {
      FloatVector shown = FloatVector.fromArray(SPECIES, outer, at + n * COUNT + lane);
      for (int k = 0; k < hidden; k++) {
        add(shown, units, k * COUNT + lane, (shown() + n * hidden + k) * COUNT + lane);
      }
      int o = bias + n * COUNT + lane;
      FloatVector.fromArray(SPECIES, sums, o).add(shown).intoArray(sums, o);
    }
  }

  private void add(FloatVector delta, float[] values, int at, int to) {
    FloatVector sum = FloatVector.fromArray(SPECIES, sums, to);
    delta
        .lanewise(VectorOperators.FMA, FloatVector.fromArray(SPECIES, values, at), sum)
        .intoArray(sums, to);
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {}
}
