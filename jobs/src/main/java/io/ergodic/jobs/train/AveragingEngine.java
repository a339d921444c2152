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
 * Whose rounds train a model: this project's or those of a peer it is measured against. Found by
 * name through ServiceLoader.
 */
public interface AveragingEngine extends Named {
  /**
   * Refuses what this engine cannot do.
   *
   * @param settings as read
   * @param given the object they were read from, for its path and for what was set at all
   * @throws io.ergodic.datasets.settings.InvalidInputException naming the key
   */
  void check(AveragingSettings settings, Settings given);

  /**
   * Trains and returns what the model can do; the listeners are told of every round.
   *
   * @throws io.ergodic.models.training.TrainingFailedException when a loss is not finite, the
   *     deadline has passed, or Spark gives a task up
   * @throws io.ergodic.datasets.settings.InvalidInputException for a model it cannot train
   */
  Trained train(Training training) throws IOException;

  /**
   * What an engine is asked to do.
   *
   * @param seed of the random draws of the steps
   * @param checkpoints where an engine that can resume goes on from and leaves its state
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
