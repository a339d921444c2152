package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * The stage of a training that a round belongs to.
 *
 * @param stage from 0
 * @param before steps of all stages before it
 * @param batchesPerEpoch of all the data
 */
public record Phase(int stage, long before, int batchesPerEpoch) implements Serializable {}
