package io.ergodic.jobs.trial;

import io.ergodic.jobs.suite.TrialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Deals trials out to Spark tasks: those that train for a while have a task each, tiny ones share
 * one. Towards the end batches get smaller, so that no core waits long for the last of them. What
 * an estimate takes for tiny and is not does no harm: a task hands back what it does not get to.
 */
final class TrialBatches {
  /** Multiply-adds of a training that takes longer than starting a task does. */
  static final double TINY = 1e8;

  /** Tiny trials of a task at most. */
  static final int MOST = 32;

  private static final int BATCHES_A_CORE = 4;

  private TrialBatches() {}

  /**
   * Batches in the order of the trials.
   *
   * @param trials those of the longest training first
   * @param cores that work on them
   */
  static List<ArrayList<TrialSpec>> of(
      List<TrialSpec> trials, ToDoubleFunction<TrialSpec> multiplyAdds, int cores) {
    List<ArrayList<TrialSpec>> batches = new ArrayList<>();
    int at = 0;
    while (at < trials.size()) {
      int left = trials.size() - at;
      int share = left / (BATCHES_A_CORE * Math.max(1, cores));
      int most =
          multiplyAdds.applyAsDouble(trials.get(at)) > TINY
              ? 1
              : Math.max(1, Math.min(MOST, share));
      batches.add(new ArrayList<>(trials.subList(at, at + most)));
      at += most;
    }
    return batches;
  }
}
