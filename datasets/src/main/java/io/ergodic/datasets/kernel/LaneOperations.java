package io.ergodic.datasets.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What generated fields call: loads and stores of a vector of lanes. */
public final class LaneOperations {
  public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Lanes in a vector of this machine. */
  public static final int WIDTH = SPECIES.length();

  private LaneOperations() {}

  public static DoubleVector load(double[] values, int at) {
    return DoubleVector.fromArray(SPECIES, values, at);
  }

  public static DoubleVector constant(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }

  public static void store(DoubleVector vector, double[] values, int at) {
    vector.intoArray(values, at);
  }
}
