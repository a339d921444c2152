package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * The stage of a training that a round belongs to.
 *
 * @param stage from 0
 * @param before number of steps in all earlier stages
 * @param batchesPerEpoch number of batches in an epoch over all the data
 */
public record Phase(int stage, long before, int batchesPerEpoch) implements Serializable {}
