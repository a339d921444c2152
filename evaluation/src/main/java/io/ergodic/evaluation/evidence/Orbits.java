package io.ergodic.evaluation.evidence;

/**
 * A test series and a free run of equal length, on the scale models are trained on.
 *
 * @param step time between rows
 * @param truth rows x dimension, row-major in time
 * @param generated rows x dimension, row-major in time
 */
public record Orbits(int dimension, double step, double[] truth, double[] generated) {
  public Orbits {
    if (truth.length != generated.length || truth.length % dimension != 0) {
      throw new IllegalArgumentException(
          truth.length + " true and " + generated.length + " generated values of " + dimension);
    }
  }

  public int rows() {
    return truth.length / dimension;
  }
}
