package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;
import static io.ergodic.models.kernel.Panels.ROWS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The clipped shallow PLRNN z' = A z + W1 [relu(W2 z + h2) - relu(W2 z)] + h1 with diagonal A (Hess
 * et al. 2023). Canonical order of the weights: A (M), W1 (M x H), W2 (H x M), h1 (M), h2 (H).
 *
 * <p>Nothing of a step is stored but its state: the way back computes the hidden units again, which
 * costs M multiplications a unit and saves the memory traffic of T x H x 16 values.
 */
public final class ClippedShallowCell implements LaneCell {
  private final int states;
  private final int hidden;
  private final int panels;
  private final float[] diagonal;
  private final float[] bias;
  private final float[] threshold;
  private final float[] inward;
  private final float[] outward;
  private final float[] diagonalSums;
  private final float[] biasSums;
  private final float[] thresholdSums;
  private final float[] inwardSums;
  private final float[] outwardSums;
  private final float[] activations;
  private final float[] deltas;

  public ClippedShallowCell(int states, int hidden) {
    this.states = states;
    this.hidden = hidden;
    this.panels = Panels.count(hidden);
    int units = panels * ROWS;
    diagonal = new float[states];
    bias = new float[states];
    threshold = new float[units];
    inward = new float[units * states];
    outward = new float[units * states];
    diagonalSums = new float[states * COUNT];
    biasSums = new float[states * COUNT];
    thresholdSums = new float[units * COUNT];
    inwardSums = new float[units * states * COUNT];
    outwardSums = new float[units * states * COUNT];
    activations = new float[units * SLOTS * COUNT];
    deltas = new float[units * SLOTS * COUNT];
  }

  @Override
  public int states() {
    return states;
  }

  @Override
  public int parameterCount() {
    return 2 * states + 2 * states * hidden + hidden;
  }

  @Override
  public void load(float[] parameters, int offset) {
    int w1 = offset + states;
    int w2 = w1 + states * hidden;
    int h1 = w2 + states * hidden;
    System.arraycopy(parameters, offset, diagonal, 0, states);
    Panels.pack(parameters, w1, hidden, states, 1, hidden, outward);
    Panels.pack(parameters, w2, hidden, states, states, 1, inward);
    System.arraycopy(parameters, h1, bias, 0, states);
    System.arraycopy(parameters, h1 + states, threshold, 0, hidden);
    Arrays.fill(diagonalSums, 0);
    Arrays.fill(biasSums, 0);
    Arrays.fill(thresholdSums, 0);
    Arrays.fill(inwardSums, 0);
    Arrays.fill(outwardSums, 0);
  }

  @Override
  public void gradient(float[] gradient, int offset) {
    int w1 = offset + states;
    int w2 = w1 + states * hidden;
    int h1 = w2 + states * hidden;
    for (int m = 0; m < states; m++) {
      gradient[offset + m] += Lanes.sum(diagonalSums, m * COUNT);
      gradient[h1 + m] += Lanes.sum(biasSums, m * COUNT);
    }
    Panels.unpackSums(outwardSums, hidden, states, 1, hidden, gradient, w1);
    Panels.unpackSums(inwardSums, hidden, states, states, 1, gradient, w2);
    for (int i = 0; i < hidden; i++) {
      gradient[h1 + states + i] += Lanes.sum(thresholdSums, i * COUNT);
    }
  }

  @Override
  public void forwardStep(float[] state, int from, float[] next, int to) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int m = 0; m < states; m++) {
        FloatVector z = FloatVector.fromArray(SPECIES, state, from + m * COUNT + lane);
        FloatVector h = FloatVector.broadcast(SPECIES, bias[m]);
        z.lanewise(VectorOperators.FMA, diagonal[m], h).intoArray(next, to + m * COUNT + lane);
      }
      for (int panel = 0; panel < panels; panel++) {
        forwardPanel(panel, state, from + lane, next, to + lane);
      }
    }
  }

  /** Adds the part of eight hidden units to the next state. */
  private void forwardPanel(int panel, float[] state, int from, float[] next, int to) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector p0 = zero,
        p1 = zero,
        p2 = zero,
        p3 = zero,
        p4 = zero,
        p5 = zero,
        p6 = zero,
        p7 = zero;
    int base = panel * states * ROWS;
    int w = base;
    for (int m = 0; m < states; m++, w += ROWS) {
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + m * COUNT);
      p0 = z.lanewise(VectorOperators.FMA, inward[w + 0], p0);
      p1 = z.lanewise(VectorOperators.FMA, inward[w + 1], p1);
      p2 = z.lanewise(VectorOperators.FMA, inward[w + 2], p2);
      p3 = z.lanewise(VectorOperators.FMA, inward[w + 3], p3);
      p4 = z.lanewise(VectorOperators.FMA, inward[w + 4], p4);
      p5 = z.lanewise(VectorOperators.FMA, inward[w + 5], p5);
      p6 = z.lanewise(VectorOperators.FMA, inward[w + 6], p6);
      p7 = z.lanewise(VectorOperators.FMA, inward[w + 7], p7);
    }
    int h = panel * ROWS;
    p0 = difference(p0, threshold[h + 0]);
    p1 = difference(p1, threshold[h + 1]);
    p2 = difference(p2, threshold[h + 2]);
    p3 = difference(p3, threshold[h + 3]);
    p4 = difference(p4, threshold[h + 4]);
    p5 = difference(p5, threshold[h + 5]);
    p6 = difference(p6, threshold[h + 6]);
    p7 = difference(p7, threshold[h + 7]);
    addWeighted(p0, p1, p2, p3, p4, p5, p6, p7, outward, base, next, to);
  }

  @Override
  public void backwardStep(
      float[] state, int from, float[] outer, int at, float[] inner, int slot) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int m = 0; m < states; m++) {
        FloatVector.fromArray(SPECIES, outer, at + m * COUNT + lane)
            .mul(diagonal[m])
            .intoArray(inner, m * COUNT + lane);
      }
      for (int panel = 0; panel < panels; panel++) {
        int kept = (panel * SLOTS + slot) * ROWS * COUNT + lane;
        backwardPanel(panel, state, from + lane, outer, at + lane, inner, lane, kept);
      }
    }
  }

  private void backwardPanel(
      int panel,
      float[] state,
      int from,
      float[] outer,
      int at,
      float[] inner,
      int lane,
      int kept) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector p0 = zero,
        p1 = zero,
        p2 = zero,
        p3 = zero,
        p4 = zero,
        p5 = zero,
        p6 = zero,
        p7 = zero;
    FloatVector d0 = zero,
        d1 = zero,
        d2 = zero,
        d3 = zero,
        d4 = zero,
        d5 = zero,
        d6 = zero,
        d7 = zero;
    int base = panel * states * ROWS;
    int w = base;
    for (int m = 0; m < states; m++, w += ROWS) {
      FloatVector z = FloatVector.fromArray(SPECIES, state, from + m * COUNT);
      FloatVector g = FloatVector.fromArray(SPECIES, outer, at + m * COUNT);
      p0 = z.lanewise(VectorOperators.FMA, inward[w + 0], p0);
      p1 = z.lanewise(VectorOperators.FMA, inward[w + 1], p1);
      p2 = z.lanewise(VectorOperators.FMA, inward[w + 2], p2);
      p3 = z.lanewise(VectorOperators.FMA, inward[w + 3], p3);
      p4 = z.lanewise(VectorOperators.FMA, inward[w + 4], p4);
      p5 = z.lanewise(VectorOperators.FMA, inward[w + 5], p5);
      p6 = z.lanewise(VectorOperators.FMA, inward[w + 6], p6);
      p7 = z.lanewise(VectorOperators.FMA, inward[w + 7], p7);
      d0 = g.lanewise(VectorOperators.FMA, outward[w + 0], d0);
      d1 = g.lanewise(VectorOperators.FMA, outward[w + 1], d1);
      d2 = g.lanewise(VectorOperators.FMA, outward[w + 2], d2);
      d3 = g.lanewise(VectorOperators.FMA, outward[w + 3], d3);
      d4 = g.lanewise(VectorOperators.FMA, outward[w + 4], d4);
      d5 = g.lanewise(VectorOperators.FMA, outward[w + 5], d5);
      d6 = g.lanewise(VectorOperators.FMA, outward[w + 6], d6);
      d7 = g.lanewise(VectorOperators.FMA, outward[w + 7], d7);
    }
    int h = panel * ROWS;
    d0 = keep(p0, d0, h + 0, kept + 0 * COUNT, lane);
    d1 = keep(p1, d1, h + 1, kept + 1 * COUNT, lane);
    d2 = keep(p2, d2, h + 2, kept + 2 * COUNT, lane);
    d3 = keep(p3, d3, h + 3, kept + 3 * COUNT, lane);
    d4 = keep(p4, d4, h + 4, kept + 4 * COUNT, lane);
    d5 = keep(p5, d5, h + 5, kept + 5 * COUNT, lane);
    d6 = keep(p6, d6, h + 6, kept + 6 * COUNT, lane);
    d7 = keep(p7, d7, h + 7, kept + 7 * COUNT, lane);
    addWeighted(d0, d1, d2, d3, d4, d5, d6, d7, inward, base, inner, lane);
  }

  /**
   * Keeps the activation of a unit and its delta, given its input and dL/d activation; returns the
   * delta dL/d input.
   */
  private FloatVector keep(FloatVector input, FloatVector outer, int unit, int kept, int lane) {
    FloatVector shifted = input.add(threshold[unit]);
    difference(input, threshold[unit]).intoArray(activations, kept);
    FloatVector above = whereNotNegative(shifted, outer);
    FloatVector delta = above.sub(whereNotNegative(input, outer));
    delta.intoArray(deltas, kept);
    int sum = unit * COUNT + lane;
    FloatVector.fromArray(SPECIES, thresholdSums, sum).add(above).intoArray(thresholdSums, sum);
    return delta;
  }

  @Override
  public void accumulate(float[] state, int from, float[] outer, int at, int slots) {
    int stride = states * COUNT;
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int panel = 0; panel < panels; panel++) {
        int kept = panel * SLOTS * ROWS * COUNT;
        int sums = panel * states * ROWS * COUNT;
        Panels.accumulate(deltas, kept, state, from, stride, slots, states, inwardSums, sums, lane);
        Panels.accumulate(
            activations, kept, outer, at, stride, slots, states, outwardSums, sums, lane);
      }
      DiagonalSums.add(state, from, outer, at, states, slots, diagonalSums, biasSums, lane);
    }
  }

  /** relu(p + h) - relu(p) = (h + |p + h| - |p|) / 2, without the costly comparisons of max. */
  private static FloatVector difference(FloatVector p, float h) {
    FloatVector wide = p.add(h).lanewise(VectorOperators.ABS);
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f * h);
    return wide.sub(p.lanewise(VectorOperators.ABS)).lanewise(VectorOperators.FMA, 0.5f, half);
  }

  /** The value where {@code sign} is not negative, else 0: by the sign bit, without a mask. */
  private static FloatVector whereNotNegative(FloatVector sign, FloatVector value) {
    IntVector negative = sign.reinterpretAsInts().lanewise(VectorOperators.ASHR, 31);
    return value
        .reinterpretAsInts()
        .lanewise(VectorOperators.AND_NOT, negative)
        .reinterpretAsFloats();
  }

  /** to[m] += sum over the eight units of weight[m][unit] unit, in two interleaved chains. */
  private void addWeighted(
      FloatVector v0,
      FloatVector v1,
      FloatVector v2,
      FloatVector v3,
      FloatVector v4,
      FloatVector v5,
      FloatVector v6,
      FloatVector v7,
      float[] weights,
      int base,
      float[] to,
      int offset) {
    int w = base;
    for (int m = 0; m < states; m++, w += ROWS) {
      int o = offset + m * COUNT;
      FloatVector even = FloatVector.fromArray(SPECIES, to, o);
      FloatVector odd = v1.mul(weights[w + 1]);
      even = v0.lanewise(VectorOperators.FMA, weights[w], even);
      even = v2.lanewise(VectorOperators.FMA, weights[w + 2], even);
      odd = v3.lanewise(VectorOperators.FMA, weights[w + 3], odd);
      even = v4.lanewise(VectorOperators.FMA, weights[w + 4], even);
      odd = v5.lanewise(VectorOperators.FMA, weights[w + 5], odd);
      even = v6.lanewise(VectorOperators.FMA, weights[w + 6], even);
      odd = v7.lanewise(VectorOperators.FMA, weights[w + 7], odd);
      even.add(odd).intoArray(to, o);
    }
  }
}
