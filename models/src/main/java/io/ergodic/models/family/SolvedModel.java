package io.ergodic.models.family;

import io.ergodic.datasets.capability.Capability;
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
    Function<TrainingContext, Trainable.Solved> solvers,
    Function<double[], Capability> models,
    Cost cost)
    implements Model {
  @Override
  public Trainable prepare(TrainingContext context) {
    return solvers.apply(context);
  }

  @Override
  public Restored restore(Weights weights, Resources resources) {
    return new Restored(models.apply(weights.doubles()));
  }
}
