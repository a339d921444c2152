package io.ergodic.evaluation.metric;

/**
 * Class probabilities of labelled examples.
 *
 * @param probabilities examples x classes, row-major
 * @param labels true class of each example
 */
public record Predictions(int classes, float[] probabilities, int[] labels) {
  public Predictions {
    if (labels.length == 0 || probabilities.length != labels.length * classes) {
      throw new IllegalArgumentException(
          probabilities.length + " probabilities of " + labels.length + " examples");
    }
  }

  public double probability(int example, int label) {
    return probabilities[example * classes + label];
  }

  /** The most probable class; the first of equals. */
  public int predicted(int example) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (probability(example, c) > probability(example, best)) {
        best = c;
      }
    }
    return best;
  }
}
