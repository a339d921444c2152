package io.ergodic.models.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Convolutions of a series and what is asked of their outputs. Lanes are places of the output: each
 * is summed over the taps in their order, so the bits do not depend on the width of a vector.
 */
public final class PositiveShare {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private PositiveShare() {}

  /**
   * Adds a tap: output[i] = fma(weight, input[from + i], output[i]).
   *
   * @param length of the output
   */
  public static void addTap(float weight, float[] input, int from, float[] output, int length) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      FloatVector tap = FloatVector.fromArray(SPECIES, input, from + i);
      tap.fma(FloatVector.broadcast(SPECIES, weight), FloatVector.fromArray(SPECIES, output, i))
          .intoArray(output, i);
    }
    for (int i = whole; i < length; i++) {
      output[i] = Math.fma(input[from + i], weight, output[i]);
    }
  }

  /** Adds {@code input} from a place on to {@code output} from another on. */
  public static void add(float[] input, int from, float[] output, int to, int length) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      FloatVector.fromArray(SPECIES, output, to + i)
          .add(FloatVector.fromArray(SPECIES, input, from + i))
          .intoArray(output, to + i);
    }
    for (int i = whole; i < length; i++) {
      output[to + i] += input[from + i];
    }
  }

  /** How many of the values from one place up to another are above a threshold. */
  public static int above(float[] values, int from, int to, float threshold) {
    int whole = from + SPECIES.loopBound(to - from);
    int count = 0;
    for (int i = from; i < whole; i += SPECIES.length()) {
      count +=
          FloatVector.fromArray(SPECIES, values, i)
              .compare(VectorOperators.GT, threshold)
              .trueCount();
    }
    for (int i = whole; i < to; i++) {
      count += values[i] > threshold ? 1 : 0;
    }
    return count;
  }

  /** The greatest of the first values. */
  public static float greatest(float[] values, int length) {
    int whole = SPECIES.loopBound(length);
    FloatVector most = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      most = most.max(FloatVector.fromArray(SPECIES, values, i));
    }
    // Exact in any order, unlike a sum.
    float greatest = most.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < length; i++) {
      greatest = Math.max(greatest, values[i]);
    }
    return greatest;
  }
}
