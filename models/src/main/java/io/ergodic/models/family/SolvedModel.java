package io.ergodic.models.family;

import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Trainable;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A model fitted in closed form.
 *
 * @param solvers makes its solvers and the batches that they see
 * @param models makes the model of a solution
 */
public record SolvedModel(
    Function<TrainingContext, Fit> solvers, Function<double[], Capability> models, Cost cost)
    implements Model {
  /** Makes solvers, each without statistics, and has all that they are to see. */
  public record Fit(Supplier<Solver> solvers, Sequential batches) {}

  @Override
  public Trainable prepare(TrainingContext context) {
    Fit fit = solvers.apply(context);
    return new Trainable.Solved(fit.solvers(), fit.batches(), models);
  }

  @Override
  public boolean stepped() {
    return false;
  }

  @Override
  public Restored restore(Weights weights, Resources resources) {
    return new Restored(models.apply(weights.doubles()));
  }
}
