package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.PanelLayout.ROWS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The clipped hidden units relu(p + h) - relu(p) and their derivatives, a panel of eight at a time.
 * The difference is computed as (h + |p + h| - |p|) / 2: vector max must order NaN and signed zeros
 * and costs more than all of this. Unrolled by hand for the reason given in {@link Panels}.
 */
final class HiddenUnits {
  private HiddenUnits() {}

  /** Replaces the inputs p of all units (units x 16, from {@code lane}) by their activations. */
  static void activate(float[] units, int lane, float[] threshold) {
    for (int i = 0, o = lane; i < threshold.length; i += 4, o += 4 * COUNT) {
      activation(units, o + 0 * COUNT, threshold[i + 0]).intoArray(units, o + 0 * COUNT);
      activation(units, o + 1 * COUNT, threshold[i + 1]).intoArray(units, o + 1 * COUNT);
      activation(units, o + 2 * COUNT, threshold[i + 2]).intoArray(units, o + 2 * COUNT);
      activation(units, o + 3 * COUNT, threshold[i + 3]).intoArray(units, o + 3 * COUNT);
    }
  }

  private static FloatVector activation(float[] units, int at, float h) {
    FloatVector p = FloatVector.fromArray(SPECIES, units, at);
    FloatVector wide = p.add(h).lanewise(VectorOperators.ABS);
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f * h);
    return wide.sub(p.lanewise(VectorOperators.ABS)).lanewise(VectorOperators.FMA, 0.5f, half);
  }

  /**
   * Turns dL/d activation into dL/d input and inputs into activations, in place, and adds dL/d
   * threshold to {@code sums} (units x 16).
   *
   * @param inputs 8 x 16 values a panel from {@code from}, panels {@code stride} apart
   * @param deltas laid out alike
   */
  static void differentiate(
      float[] inputs,
      float[] deltas,
      int from,
      int stride,
      float[] threshold,
      float[] sums,
      int lane) {
    int o = from;
    int s = lane;
    for (int i = 0; i < threshold.length; i += ROWS, o += stride) {
      for (int k = 0; k < ROWS; k += 2, s += 2 * COUNT) {
        int first = o + k * COUNT;
        int second = first + COUNT;
        FloatVector p0 = FloatVector.fromArray(SPECIES, inputs, first);
        FloatVector p1 = FloatVector.fromArray(SPECIES, inputs, second);
        FloatVector d0 = FloatVector.fromArray(SPECIES, deltas, first);
        FloatVector d1 = FloatVector.fromArray(SPECIES, deltas, second);
        FloatVector q0 = p0.add(threshold[i + k]);
        FloatVector q1 = p1.add(threshold[i + k + 1]);
        FloatVector above0 = d0.blend(0f, q0.compare(VectorOperators.LT, 0f));
        FloatVector above1 = d1.blend(0f, q1.compare(VectorOperators.LT, 0f));
        FloatVector below0 = d0.blend(0f, p0.compare(VectorOperators.LT, 0f));
        FloatVector below1 = d1.blend(0f, p1.compare(VectorOperators.LT, 0f));
        above0.sub(below0).intoArray(deltas, first);
        above1.sub(below1).intoArray(deltas, second);
        FloatVector.fromArray(SPECIES, sums, s).add(above0).intoArray(sums, s);
        FloatVector.fromArray(SPECIES, sums, s + COUNT).add(above1).intoArray(sums, s + COUNT);
        activation(inputs, first, threshold[i + k]).intoArray(inputs, first);
        activation(inputs, second, threshold[i + k + 1]).intoArray(inputs, second);
      }
    }
  }
}
