package io.ergodic.jobs.train.round;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that a worker takes in a round: {@code first} to {@code first + steps - 1} of the
 * stage.
 *
 * @param worker from 0
 * @param position of the first step in the worker's own data; equals {@code first} when all workers
 *     see all data
 * @param state the worker's own optimiser state; null when all workers begin with the same
 * @param kept the worker's own values of the parameters that are not averaged, see {@link
 *     io.ergodic.models.learner.Unaveraged}; null when it keeps none
 * @param seconds until the deadline of the training
 */
record StepAssignment(
    int worker,
    long first,
    long position,
    int steps,
    float[] state,
    float[] kept,
    Phase phase,
    double seconds)
    implements Serializable {

  /** The global steps of one worker. */
  record Range(int worker, long first, int steps) {}

  /**
   * Splits the next steps among the workers, in order: {@code localSteps} to each. When only {@code
   * left} steps remain for all, the split is as even as possible, and workers without a step are
   * omitted.
   */
  static List<Range> split(int workers, int localSteps, long next, long left) {
    long total = Math.min((long) workers * localSteps, left);
    List<Range> ranges = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      long from = total * worker / workers;
      long to = total * (worker + 1) / workers;
      if (to > from) {
        ranges.add(new Range(worker, next + from, (int) (to - from)));
      }
    }
    return ranges;
  }
}
