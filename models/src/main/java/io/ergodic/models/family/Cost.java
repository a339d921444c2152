package io.ergodic.models.family;

import java.io.Serializable;

/**
 * What a model costs, counted from its shapes before anything is allocated.
 *
 * @param parameters trained ones
 * @param multiplyAdds of a forward pass of one example; 0 where it is not worth counting
 * @param epochs of training at most
 * @param examplesPerEpoch examples seen in an epoch; 0 for all of the train split
 */
public record Cost(long parameters, double multiplyAdds, double epochs, double examplesPerEpoch)
    implements Serializable {
  /** Of a closed form or a rule. */
  public static final Cost NOTHING = new Cost(0, 0, 1, 0);

  /**
   * Multiply-adds of the whole training: forward, and twice as much backward.
   *
   * @param trainExamples in the train split
   */
  public double training(double trainExamples) {
    double examples = examplesPerEpoch > 0 ? examplesPerEpoch : trainExamples;
    return 3 * multiplyAdds * epochs * examples;
  }
}
