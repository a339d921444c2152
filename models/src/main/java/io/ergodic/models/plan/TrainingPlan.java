package io.ergodic.models.plan;

import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Stage;
import java.util.List;
import java.util.Set;

/** How a model is trained by steps: on which batches, for how long, by which rule. */
public interface TrainingPlan {
  /** The plan for the data of a training. */
  Bound on(TrainingContext context);

  /** Epochs at most. */
  int epochs();

  /** Examples seen in an epoch; 0 for all of the train split. */
  default double examplesPerEpoch() {
    return 0;
  }

  /** The rule with its schedule for an epoch of so many steps. */
  OptimiserSettings optimiser(int stepsPerEpoch);

  /** Classes that decide what is computed: kinds of augmentations. */
  Set<Class<?>> parts();

  /** A plan with its data. */
  record Bound(List<Stage> stages, OptimiserSettings optimiser) {}
}
