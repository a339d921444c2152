package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Solver;

/** A rule that was complete before any data came. */
record ConstantSolver(Capability rule, int parameterCount) implements Solver {
  @Override
  public void accumulate(Batch batch) {}

  @Override
  public void merge(Solver other) {}

  @Override
  public Capability solve() {
    return rule;
  }
}
