package io.ergodic.models.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The weighted mean of vectors, added in their order. In double: a float times a weight below 2^29
 * is exact, so one vector comes out as it went in, to the bit.
 */
public final class WeightedMean {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many floats as there are doubles, so that one converts into the other. */
  private static final VectorSpecies<Float> FLOATS =
      VectorSpecies.of(
          float.class, VectorShape.forBitSize(Math.max(64, DOUBLES.vectorBitSize() / 2)));

  private final long[] weights;
  private final double total;

  /**
   * @param weights of the vectors, in their order; their sum is below 2^53
   * @throws IllegalArgumentException when they sum up to nothing
   */
  public WeightedMean(long... weights) {
    long sum = 0;
    for (long weight : weights) {
      sum += weight;
    }
    if (sum <= 0) {
      throw new IllegalArgumentException("no weights to average by");
    }
    this.weights = weights.clone();
    this.total = sum;
  }

  /**
   * Averages a stretch of the vectors.
   *
   * @param from index of its first value in every vector
   * @param target which may be one of the vectors if {@code at} is {@code from}
   * @param at index of its first value in the target
   */
  public void of(float[][] vectors, int from, int length, float[] target, int at) {
    int lanes = DOUBLES.length();
    int vectorised = FLOATS.length() == lanes ? DOUBLES.loopBound(length) : 0;
    for (int i = 0; i < vectorised; i += lanes) {
      // Begins with the first vector, not with zero: 0.0 + -0.0 would lose a sign.
      DoubleVector sum = term(vectors, 0, from + i);
      for (int k = 1; k < vectors.length; k++) {
        sum = sum.add(term(vectors, k, from + i));
      }
      FloatVector mean = (FloatVector) sum.div(total).convertShape(VectorOperators.D2F, FLOATS, 0);
      mean.intoArray(target, at + i);
    }
    scalar(vectors, from, length, target, at, vectorised);
  }

  private DoubleVector term(float[][] vectors, int k, int index) {
    FloatVector values = FloatVector.fromArray(FLOATS, vectors[k], index);
    return ((DoubleVector) values.convertShape(VectorOperators.F2D, DOUBLES, 0)).mul(weights[k]);
  }

  /** The same arithmetic, value by value, from index {@code first} of the stretch on. */
  void scalar(float[][] vectors, int from, int length, float[] target, int at, int first) {
    for (int i = first; i < length; i++) {
      double sum = (double) vectors[0][from + i] * weights[0];
      for (int k = 1; k < vectors.length; k++) {
        sum += (double) vectors[k][from + i] * weights[k];
      }
      target[at + i] = (float) (sum / total);
    }
  }
}
