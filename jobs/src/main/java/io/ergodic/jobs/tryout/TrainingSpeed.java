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
 * The training speed of a model on this machine, measured on a learner of its own.
 *
 * @param stepMilliseconds duration of a training step; 0 for a closed form
 * @param epochSeconds duration of an epoch with its validation, of all stages together
 * @param epochs number of epochs in the model's settings; 0 for a closed form
 */
public record TrainingSpeed(double stepMilliseconds, double epochSeconds, int epochs) {
  private static final double SECONDS = 1;
  private static final int FEWEST = 5;
  private static final int WARM = 3;

  /** Fraction of the budget for the start, the baseline and the scores. */
  private static final double RESERVE = 0.2;

  /** Measures a model on its first stage for about a second. */
  public static TrainingSpeed of(Model model, TrainingContext context) {
    if (!(model.prepare(context) instanceof Trainable.Stepped stepped)) {
      return new TrainingSpeed(0, 0, 0);
    }
    try (Learner learner = stepped.learner()) {
      Stage stage = stepped.stages().get(0);
      learner.begin(0);
      int steps = 0;
      long start = System.nanoTime();
      // A slow model needs fewer steps for an exact measurement.
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
      return new TrainingSpeed(step * 1e3, epoch * stepped.stages().size(), epochs);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }

  /** Number of epochs that fit into a budget, at least 1; empty when all epochs fit. */
  Optional<Integer> epochsWithin(double budget) {
    int fit = (int) Math.max(1, budget * (1 - RESERVE) / Math.max(1e-9, epochSeconds));
    return fit < epochs ? Optional.of(fit) : Optional.empty();
  }
}
