package io.ergodic.models.learner;

/**
 * Where in the training a step stands.
 *
 * @param step global step, from 0
 * @param epoch epoch, from 0
 * @param seed of this step's random draws (dropout, noise)
 */
public record StepContext(long step, int epoch, long seed) {}
