package io.ergodic.models.learner;

/**
 * Where in the training a step stands.
 *
 * @param stage of the training, from 0
 * @param step within the stage, from 0
 * @param epoch within the stage, from 0
 * @param seed of this step's random draws (dropout, noise)
 */
public record StepContext(int stage, long step, int epoch, long seed) {
  /** A step of a training of one stage. */
  public StepContext(long step, int epoch, long seed) {
    this(0, step, epoch, seed);
  }
}
