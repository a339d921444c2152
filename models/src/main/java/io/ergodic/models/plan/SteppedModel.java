package io.ergodic.models.plan;

import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Trainable;
import java.util.Set;

/**
 * A model trained by steps over all examples of its task.
 *
 * @param plan of the training
 * @param learners makes its learner
 * @param parts see {@link Model#parts}
 */
public record SteppedModel(StepPlan plan, LearnerFactory learners, Cost cost, Set<Class<?>> parts)
    implements Model {
  /** Makes learners that begin with the parameters of a seed. */
  @FunctionalInterface
  public interface LearnerFactory {
    Learner create(long seed, OptimiserSettings optimiser, Resources resources);
  }

  public SteppedModel(StepPlan plan, LearnerFactory learners, Cost cost) {
    this(plan, learners, cost, Set.of());
  }

  @Override
  public Trainable prepare(TrainingContext context) {
    StepPlan.Bound bound = plan.on(context);
    Learner learner = learners.create(context.seed(), bound.optimiser(), context.resources());
    return new Trainable.Stepped(learner, bound.stages());
  }

  @Override
  public Restored restore(Weights weights, Resources resources) {
    return restored(learners.create(0, plan.optimiser(1), resources), weights);
  }

  /** A learner that is given weights and asked for nothing but what it can do. */
  public static Restored restored(Learner learner, Weights weights) {
    try {
      learner.writeParameters(weights.floats());
      return new Restored(learner.trained(), learner::close);
    } catch (RuntimeException | Error failure) {
      learner.close();
      throw failure;
    }
  }
}
