package io.ergodic.models.family;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Trainable;
import java.util.function.Function;

/**
 * A model fitted in closed form.
 *
 * @param solvers makes its solver and the batches that it sees
 * @param models makes the model of a solution
 */
public record SolvedModel(
    Function<TrainingContext, Fit> solvers, Function<double[], Capability> models, Cost cost)
    implements Model {
  /** A solver and all that it is to see. */
  public record Fit(Solver solver, Iterable<Batch> batches) {}

  @Override
  public Trainable prepare(TrainingContext context) {
    Fit fit = solvers.apply(context);
    return new Trainable.Solved(fit.solver(), fit.batches(), models);
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
