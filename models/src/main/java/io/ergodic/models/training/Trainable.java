package io.ergodic.models.training;

import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Solver;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A model with memory of its own, the data and the plan to train it by. */
public sealed interface Trainable {
  /**
   * A learner trained by steps.
   *
   * @param stages in their order, at least one
   */
  record Stepped(Learner learner, List<Stage> stages) implements Trainable {
    public Stepped {
      stages = List.copyOf(stages);
      if (stages.isEmpty()) {
        throw new IllegalArgumentException("a training without a stage");
      }
    }

    /**
     * The only stage, for who can train no more than one.
     *
     * @throws InvalidInputException where there are several
     */
    public Stage stage() {
      if (stages.size() != 1) {
        throw new InvalidInputException(
            "a training of "
                + stages.size()
                + " stages: only the plain loop and averaging with engine ergodic go from one to the"
                + " next");
      }
      return stages.get(0);
    }
  }

  /**
   * Solvers of which one sees every batch, or several a part of them each.
   *
   * @param solvers makes them, without statistics
   * @param models makes the model of its solution
   */
  record Solved(Supplier<Solver> solvers, Sequential batches, Function<double[], Capability> models)
      implements Trainable {}
}
