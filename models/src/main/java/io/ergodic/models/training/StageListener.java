package io.ergodic.models.training;

import io.ergodic.models.learner.Learner;

/**
 * Is told when a stage of a training has ended: to score what a stream of tasks has left so far.
 */
@FunctionalInterface
public interface StageListener {
  /** Does nothing. */
  StageListener NONE = (number, stage, learner) -> {};

  /**
   * A stage has ended; the learner has the parameters it ended with.
   *
   * @param number of the stage, from 0
   */
  void ended(int number, Stage stage, Learner learner);
}
