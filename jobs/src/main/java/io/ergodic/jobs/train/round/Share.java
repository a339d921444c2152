package io.ergodic.jobs.train.round;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker's part of a round: steps of the stage {@code first} to {@code first + steps - 1}.
 *
 * @param position of the first step in the worker's own data; the same as {@code first} where all
 *     workers see all data
 * @param state the worker's own optimiser state; null when it is shared
 * @param kept the worker's own values of the parameters that are not averaged, see {@link
 *     io.ergodic.models.learner.Unaveraged}; null when it keeps none
 * @param phase of the training
 * @param seconds after which the time of the training is over
 */
record Share(
    int worker,
    long first,
    long position,
    int steps,
    float[] state,
    float[] kept,
    Phase phase,
    double seconds)
    implements Serializable {

  /** Global steps of one worker. */
  record Range(int worker, long first, int steps) {}

  /**
   * Deals the next steps out: {@code localSteps} to every worker, in order; fewer, as evenly as
   * whole steps go, when only {@code left} remain. Workers left without a step are left out.
   */
  static List<Range> deal(int workers, int localSteps, long next, long left) {
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
