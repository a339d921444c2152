package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Attention of a hidden state h over the states w(1) ... w(K) it had before: q = Q h + b, weights p
 * = softmax(q w(k) / sqrt(H)), context sum over k of p(k) w(k). Keys and values are the past states
 * themselves. The states follow one another in memory: h, w(1), ..., w(K). Weights: Q (H x H), b.
 */
final class WindowAttention {
  private final int hidden;
  private final int window;
  private final int block;
  private final float scale;
  private final LaneLinear query;
  private final float[] queries;
  private final float[] shares;
  private final float[] changes;
  private final float[] queryDeltas;

  WindowAttention(int hidden, int window) {
    this.hidden = hidden;
    this.window = window;
    this.block = hidden * COUNT;
    this.scale = (float) (1 / Math.sqrt(hidden));
    this.query = new LaneLinear(hidden, hidden);
    this.queries = new float[query.outputs()];
    this.shares = new float[window * COUNT];
    this.changes = new float[window * COUNT];
    this.queryDeltas = new float[block];
  }

  int parameterCount() {
    return query.parameterCount();
  }

  void load(float[] parameters, int offset) {
    query.load(parameters, offset);
  }

  /**
   * Writes the context, H x 16 values from {@code to}.
   *
   * @param states h and its window from {@code from}
   */
  void forward(float[] states, int from, float[] context, int to) {
    query.apply(states, from, queries);
    products(queries, 0, states, from + block, scale, shares);
    softmax();
    Arrays.fill(context, to, to + block, 0);
    for (int k = 0; k < window; k++) {
      int past = from + (k + 1) * block;
      for (int i = 0; i < block; i += COUNT) {
        for (int lane = 0; lane < COUNT; lane += WIDTH) {
          FloatVector p = FloatVector.fromArray(SPECIES, shares, k * COUNT + lane);
          FloatVector w = FloatVector.fromArray(SPECIES, states, past + i + lane);
          FloatVector sum = FloatVector.fromArray(SPECIES, context, to + i + lane);
          p.lanewise(VectorOperators.FMA, w, sum).intoArray(context, to + i + lane);
        }
      }
    }
  }

  /** out[k] = factor times the product of x with each state of the window. */
  private void products(float[] x, int xFrom, float[] states, int from, float factor, float[] out) {
    for (int k = 0; k < window; k++) {
      for (int lane = 0; lane < COUNT; lane += WIDTH) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = lane; i < block; i += COUNT) {
          FloatVector w = FloatVector.fromArray(SPECIES, states, from + k * block + i);
          sum = w.lanewise(VectorOperators.FMA, FloatVector.fromArray(SPECIES, x, xFrom + i), sum);
        }
        sum.mul(factor).intoArray(out, k * COUNT + lane);
      }
    }
  }

  private void softmax() {
    for (int lane = 0; lane < COUNT; lane++) {
      float largest = shares[lane];
      for (int k = 1; k < window; k++) {
        largest = Math.max(largest, shares[k * COUNT + lane]);
      }
      for (int k = 0; k < window; k++) {
        shares[k * COUNT + lane] -= largest;
      }
    }
    Squashing.exponential(shares, 0, window * COUNT);
    for (int lane = 0; lane < COUNT; lane++) {
      float sum = 0;
      for (int k = 0; k < window; k++) {
        sum += shares[k * COUNT + lane];
      }
      for (int k = 0; k < window; k++) {
        shares[k * COUNT + lane] /= sum;
      }
    }
  }

  /**
   * The adjoint, right after {@link #forward} of the same states.
   *
   * @param outer dL/d(context), from {@code at}
   * @param inner adds dL/d(states) from {@code to}, laid out like the states
   */
  void backward(float[] states, int from, float[] outer, int at, float[] inner, int to, int slot) {
    products(outer, at, states, from + block, 1, changes);
    for (int lane = 0; lane < COUNT; lane++) {
      float mean = 0;
      for (int k = 0; k < window; k++) {
        mean = Math.fma(shares[k * COUNT + lane], changes[k * COUNT + lane], mean);
      }
      for (int k = 0; k < window; k++) {
        int o = k * COUNT + lane;
        changes[o] = scale * shares[o] * (changes[o] - mean);
      }
    }
    Arrays.fill(queryDeltas, 0);
    for (int k = 0; k < window; k++) {
      for (int i = 0; i < block; i += COUNT) {
        for (int lane = 0; lane < COUNT; lane += WIDTH) {
          int o = i + lane;
          int past = (k + 1) * block + o;
          FloatVector p = FloatVector.fromArray(SPECIES, shares, k * COUNT + lane);
          FloatVector e = FloatVector.fromArray(SPECIES, changes, k * COUNT + lane);
          FloatVector w = FloatVector.fromArray(SPECIES, states, from + past);
          FloatVector q = FloatVector.fromArray(SPECIES, queryDeltas, o);
          e.lanewise(VectorOperators.FMA, w, q).intoArray(queryDeltas, o);
          FloatVector.fromArray(SPECIES, inner, to + past)
              .add(p.mul(FloatVector.fromArray(SPECIES, outer, at + o)))
              .add(e.mul(FloatVector.fromArray(SPECIES, queries, o)))
              .intoArray(inner, to + past);
        }
      }
    }
    query.keep(queryDeltas, 0, slot);
    query.addBack(slot, inner, to);
  }

  /** See {@link LaneLinear#accumulate}; h of the first slot is at {@code from}. */
  void accumulate(float[] states, int from, int stride, int slots) {
    query.accumulate(states, from, stride, slots);
  }

  void gradient(float[] gradient, int offset) {
    query.gradient(gradient, offset);
  }
}
