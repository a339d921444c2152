package io.ergodic.models.plan;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Trainable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model trained by steps.
 *
 * @param plan of the training
 * @param learners makes its learner
 * @param parts see {@link Model#parts}
 */
public record SteppedModel(
    TrainingPlan plan, LearnerFactory learners, Cost cost, Set<Class<?>> parts) implements Model {
  private static final int SHOWN = 5;

  /** Makes learners that begin with the parameters of a seed. */
  @FunctionalInterface
  public interface LearnerFactory {
    Learner create(long seed, OptimiserSettings optimiser, Resources resources);
  }

  public SteppedModel(TrainingPlan plan, LearnerFactory learners, Cost cost) {
    this(plan, learners, cost, plan.parts());
  }

  @Override
  public Trainable prepare(TrainingContext context) {
    TrainingPlan.Bound bound = plan.on(context);
    Learner learner = learners.create(context.seed(), bound.optimiser(), context.resources());
    return new Trainable.Stepped(learner, bound.stages());
  }

  @Override
  public void check(TrainingContext context) {
    plan.on(context);
  }

  @Override
  public Restored restore(Weights weights, Resources resources) {
    return restored(learners.create(0, plan.optimiser(1), resources), weights);
  }

  private static boolean same(List<Segment> some, List<Segment> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same =
          some.get(i).name().equals(others.get(i).name())
              && Arrays.equals(some.get(i).shape(), others.get(i).shape());
    }
    return same;
  }

  private static String names(List<Segment> segments) {
    return segments.stream()
        .limit(SHOWN)
        .map(segment -> segment.name() + Arrays.toString(segment.shape()))
        .collect(Collectors.joining(", ", "", segments.size() > SHOWN ? ", ..." : ""));
  }

  /** A learner that is given weights and asked for nothing but what it can do. */
  public static Restored restored(Learner learner, Weights weights) {
    try {
      List<Segment> expected = learner.segments();
      if (!same(expected, weights.segments())) {
        throw new InvalidInputException(
            "the stored weights are those of another model: it has "
                + names(expected)
                + ", they have "
                + names(weights.segments()));
      }
      learner.writeParameters(weights.floats());
      return new Restored(learner.trained(), learner::close);
    } catch (RuntimeException | Error failure) {
      learner.close();
      throw failure;
    }
  }
}
