package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Solver;
import java.util.List;
import java.util.function.Function;

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

    /** The only stage. */
    public Stage stage() {
      if (stages.size() != 1) {
        throw new IllegalStateException("a training of " + stages.size() + " stages");
      }
      return stages.get(0);
    }
  }

  /**
   * A solver that sees every batch once.
   *
   * @param models makes the model of its solution
   */
  record Solved(Solver solver, Iterable<Batch> batches, Function<double[], Capability> models)
      implements Trainable {}
}
