package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Classifier;

/**
 * Class probabilities of all test examples, in the order of the split.
 *
 * @param probabilities examples x classes, row-major
 * @param labels true class of each example
 */
public record Predictions(int classes, float[] probabilities, int[] labels) {
  private static final int BATCH = 256;

  /** What single precision leaves of a sum of many classes. */
  private static final double TOLERANCE = 1e-3;

  public Predictions {
    if (labels.length == 0 || probabilities.length != labels.length * classes) {
      throw new IllegalArgumentException(
          probabilities.length + " probabilities of " + labels.length + " examples");
    }
  }

  /**
   * Classifies examples.
   *
   * @throws EvaluationFailedException when a row is no distribution over the classes
   */
  public static Predictions of(Classifier model, Examples examples, int classes) {
    if (model.classes() != classes) {
      throw new IllegalArgumentException(
          "a classifier of " + model.classes() + " classes for data of " + classes);
    }
    int count = Math.toIntExact(examples.count());
    float[] probabilities = new float[Math.multiplyExact(count, classes)];
    int[] labels = new int[count];
    float[] some = new float[BATCH * classes];
    int done = 0;
    for (Batch batch : new Sequential(examples, BATCH)) {
      model.classify(batch.floats(Batch.INPUT), batch.count(), some);
      for (int i = 0; i < batch.count(); i++) {
        refuseOther(some, i * classes, classes, done + i);
      }
      System.arraycopy(some, 0, probabilities, done * classes, batch.count() * classes);
      System.arraycopy(batch.ints(Batch.TARGET), 0, labels, done, batch.count());
      done += batch.count();
    }
    return new Predictions(classes, probabilities, labels);
  }

  private static void refuseOther(float[] some, int offset, int classes, int example) {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      float p = some[offset + c];
      if (!(p >= 0 && p <= 1 + TOLERANCE)) {
        throw new EvaluationFailedException(
            "test example " + example + " has probability " + p + " for class " + c);
      }
      sum += p;
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new EvaluationFailedException(
          "the probabilities of test example " + example + " sum to " + (float) sum + ", not to 1");
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
