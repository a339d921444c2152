package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.learner.Solver;
import java.util.List;

/** The solver of a rule that looks at no data. */
record FixedRule() implements Solver {
  /** A model that is a rule and nothing else. */
  static Model model(Capability rule) {
    return new SolvedModel(
        context -> new SolvedModel.Fit(new FixedRule(), List.of()), solution -> rule, Cost.NOTHING);
  }

  @Override
  public void accumulate(Batch batch) {}

  @Override
  public void merge(Solver other) {}

  @Override
  public double[] solve() {
    return new double[0];
  }

  @Override
  public int parameterCount() {
    return 0;
  }
}
