package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * The times of one worker in a round, in milliseconds.
 *
 * @param worker from 0
 * @param beginMs from the start of the round on the driver to the start of the worker's task; its
 *     error is the difference between the clocks of the two machines
 * @param waitMs from the start of the task until the worker had the parameters
 * @param computeMs of the steps
 */
public record WorkerCost(int worker, double beginMs, double waitMs, double computeMs)
    implements Serializable {}
