package io.ergodic.jobs.train;

/** How the workers' optimiser states are merged at the end of a round. */
public enum StatePolicy {
  /** Averaged like the parameters. */
  AVERAGE("average"),
  /**
   * Each worker keeps its own, as in DiLoCo. The state travels with the worker's task and result,
   * so that it survives a lost executor; this transfers one state per worker and round.
   */
  LOCAL("local"),
  /** Each round begins with the state of a new learner. */
  RESET("reset");

  private final String label;

  StatePolicy(String label) {
    this.label = label;
  }

  /** The word in suites. */
  public String label() {
    return label;
  }

  static StatePolicy of(String label) {
    for (StatePolicy policy : values()) {
      if (policy.label.equals(label)) {
        return policy;
      }
    }
    throw new IllegalArgumentException(label);
  }
}
