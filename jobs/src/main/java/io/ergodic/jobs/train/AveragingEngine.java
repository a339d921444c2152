package io.ergodic.jobs.train;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * An implementation of parameter averaging: this project's, or a peer that it is compared with.
 * ServiceLoader finds engines by name.
 */
public interface AveragingEngine extends Named {
  /**
   * Checks that this engine supports the settings.
   *
   * @param settings that were read
   * @param given the object that they were read from, with its path and with the keys that were set
   * @throws io.ergodic.datasets.settings.InvalidInputException naming the key
   */
  void check(AveragingSettings settings, Settings given);

  /**
   * Trains, and returns the trained model; calls the listeners after every round.
   *
   * @throws io.ergodic.models.training.TrainingFailedException when a loss is not finite, the
   *     deadline has passed, or the model throws
   * @throws io.ergodic.datasets.settings.InvalidInputException when the engine cannot train the
   *     model
   */
  Trained train(Training training) throws IOException;

  /**
   * The arguments of a training.
   *
   * @param seed of the random draws of the steps
   * @param checkpoints that an engine resumes from and writes to, if it can
   */
  record Training(
      JavaSparkContext spark,
      TrainableSource source,
      AveragingSettings settings,
      long seed,
      Deadline deadline,
      Optional<Checkpoints> checkpoints,
      List<RoundListener> listeners) {}

  static Registry<AveragingEngine> registry() {
    return Registry.load(AveragingEngine.class, "averaging engine");
  }
}
