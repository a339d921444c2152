package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.learner.Solver;

/** The solver of a rule that looks at no data. */
record FixedRule() implements Solver {
  /** A model that is a rule and nothing else. */
  static Model model(Capability rule) {
    return new SolvedModel(
        context -> new SolvedModel.Fit(FixedRule::new, Sequential.none()),
        solution -> rule,
        Cost.NOTHING);
  }

  @Override
  public void accumulate(Batch batch) {}

  @Override
  public void merge(Solver other) {}

  @Override
  public double[] statistics() {
    return new double[0];
  }

  @Override
  public void restore(double[] statistics) {}

  @Override
  public double[] solve() {
    return new double[0];
  }

  @Override
  public int parameterCount() {
    return 0;
  }
}
