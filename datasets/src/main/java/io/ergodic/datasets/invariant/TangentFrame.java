package io.ergodic.datasets.invariant;

import io.ergodic.datasets.random.RandomStreams;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Tangent vectors that are kept orthonormal while their stretching is added up (Benettin et al.,
 * Meccanica 15, 1980; Shimada and Nagashima, Prog. Theor. Phys. 61, 1979).
 */
public final class TangentFrame {
  private static final double LARGE = 1e100;
  private static final double SMALL = 1e-100;

  private final int dimension;
  private final int vectors;
  private final double[] values;
  private final double[] stretch;
  private final double[] growth;
  private double divergence;
  private boolean divergenceKnown;

  /** Random orthonormal vectors: none stays in an invariant subspace by accident of symmetry. */
  public TangentFrame(int dimension, int vectors, long seed) {
    if (vectors < 0 || vectors > dimension) {
      throw new IllegalArgumentException(vectors + " vectors in " + dimension + " dimensions");
    }
    this.dimension = dimension;
    this.vectors = vectors;
    this.values = new double[dimension * vectors];
    this.stretch = new double[vectors];
    this.growth = new double[vectors];
    Arrays.fill(stretch, 1);
    RandomGenerator random = RandomStreams.stream(seed, "tangent vectors");
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    orthonormalise();
    clear();
  }

  /** A frame without vectors, for motion of the state alone. */
  public static TangentFrame empty(int dimension) {
    return new TangentFrame(dimension, 0, 0);
  }

  public int vectors() {
    return vectors;
  }

  /** The vectors one after the other, vectors x dimension; to be read and written. */
  public double[] values() {
    return values;
  }

  /**
   * Makes the vectors orthonormal again by modified Gram-Schmidt, in their order, and adds the
   * logarithms of their lengths to the growth.
   */
  public void orthonormalise() {
    for (int v = 0; v < vectors; v++) {
      int at = v * dimension;
      for (int u = 0; u < v; u++) {
        int other = u * dimension;
        double projection = 0;
        for (int i = 0; i < dimension; i++) {
          projection += values[other + i] * values[at + i];
        }
        for (int i = 0; i < dimension; i++) {
          values[at + i] -= projection * values[other + i];
        }
      }
      double square = 0;
      for (int i = 0; i < dimension; i++) {
        square += values[at + i] * values[at + i];
      }
      double length = Math.sqrt(square);
      double inverse = 1 / length;
      for (int i = 0; i < dimension; i++) {
        values[at + i] *= inverse;
      }
      // logarithms are dear: take one of a product of many lengths
      double product = stretch[v] * length;
      if (!(product < LARGE && product > SMALL)) {
        growth[v] += StrictMath.log(product);
        product = 1;
      }
      stretch[v] = product;
    }
  }

  /** Adds an integral over time of the trace of the Jacobian, by a system that knows it. */
  public void addDivergence(double integral) {
    divergence += integral;
    divergenceKnown = true;
  }

  /**
   * Writes the logarithmic growth of each vector since the last call, and behind them that of the
   * volume by the divergence (NaN where the system does not say), and starts counting again.
   *
   * @param target vectors + 1 values
   */
  void take(double[] target) {
    for (int v = 0; v < vectors; v++) {
      target[v] = growth[v] + StrictMath.log(stretch[v]);
    }
    target[vectors] = divergenceKnown ? divergence : Double.NaN;
    clear();
  }

  private void clear() {
    Arrays.fill(growth, 0);
    Arrays.fill(stretch, 1);
    divergence = 0;
  }
}
