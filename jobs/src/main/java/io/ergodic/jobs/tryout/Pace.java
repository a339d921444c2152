package io.ergodic.jobs.tryout;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import java.util.Optional;

/**
 * How fast a model trains here, measured on a learner of its own.
 *
 * @param stepMilliseconds of a training step; 0 for a closed form
 * @param epochSeconds of an epoch with its validation
 * @param epochs the model wants; 0 for a closed form
 */
public record Pace(double stepMilliseconds, double epochSeconds, int epochs) {
  private static final double SECONDS = 1;
  private static final int FEWEST = 5;
  private static final int WARM = 3;

  /** The share of the budget that is left for starting up, the baseline and the scores. */
  private static final double RESERVE = 0.2;

  /** Measures a model on its first stage for about a second. */
  public static Pace of(Model model, TrainingContext context) {
    if (!(model.prepare(context) instanceof Trainable.Stepped stepped)) {
      return new Pace(0, 0, 0);
    }
    try (Learner learner = stepped.learner()) {
      Stage stage = stepped.stages().get(0);
      learner.begin(0);
      int steps = 0;
      long start = System.nanoTime();
      // Fewer for a model whose single step takes long: it is slow enough to be measured at once.
      while (steps < WARM + FEWEST || seconds(start) < SECONDS) {
        if (steps == WARM) {
          start = System.nanoTime();
        }
        learner.step(
            stage.batches().batch(steps),
            new StepContext(steps, 0, RandomStreams.derive(context.seed(), "pace", steps)));
        steps++;
        if (steps > WARM && seconds(start) > 10 * SECONDS) {
          break;
        }
      }
      double step = seconds(start) / Math.max(1, steps - WARM);
      long validation = System.nanoTime();
      stage
          .stopping()
          .ifPresent(stopping -> stopping.validation().forEach(batch -> learner.loss(batch)));
      double epoch = step * stage.batches().batchesPerEpoch() + seconds(validation);
      int epochs = stepped.stages().stream().mapToInt(Stage::epochs).max().orElse(0);
      return new Pace(step * 1e3, epoch * stepped.stages().size(), epochs);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Fewer epochs than the model wants that fit a budget, at least one; empty when all do. */
  Optional<Integer> epochsWithin(double budget) {
    int fit = (int) Math.max(1, budget * (1 - RESERVE) / Math.max(1e-9, epochSeconds));
    return fit < epochs ? Optional.of(fit) : Optional.empty();
  }
}
