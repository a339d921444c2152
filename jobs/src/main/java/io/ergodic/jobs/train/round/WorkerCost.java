package io.ergodic.jobs.train.round;

import java.io.Serializable;

/**
 * Where the time of one worker went in a round, in milliseconds.
 *
 * @param worker counted from 0
 * @param beginMs from the start of the round to the start of the worker's task, by the clocks of
 *     two machines: exact on one machine, as good as the clocks agree on several
 * @param waitMs until the worker had the parameters
 * @param computeMs in its steps
 */
public record WorkerCost(int worker, double beginMs, double waitMs, double computeMs)
    implements Serializable {}
