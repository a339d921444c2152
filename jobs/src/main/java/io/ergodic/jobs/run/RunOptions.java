package io.ergodic.jobs.run;

import java.util.Set;

/**
 * What a run does with trainings of before.
 *
 * @param retryFailed whether those that failed are run again, and metrics that failed computed
 *     again
 * @param resume whether to refuse when a training was under way with other settings
 * @param rerunChanged whether those of another build are run again
 * @param forget systems whose trainings are dropped first
 * @param dryRun whether to list what would be done, and do nothing
 */
public record RunOptions(
    boolean retryFailed, boolean resume, boolean rerunChanged, Set<String> forget, boolean dryRun) {
  /** Only what is missing. */
  public static final RunOptions DEFAULT = new RunOptions(false, false, false, Set.of(), false);
}
