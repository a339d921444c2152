package io.ergodic.jobs.train;

/** What becomes of the workers' optimiser states at the end of a round. */
public enum StatePolicy {
  /** Averaged like the parameters. */
  AVERAGE("average"),
  /**
   * Each worker keeps its own, as in DiLoCo. It travels with the worker's share and its result, so
   * that it outlives any executor; that costs one state a worker and round on the wire.
   */
  LOCAL("local"),
  /** Each round starts from the state of a new learner. */
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
