package io.ergodic.models.family;

import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.training.Trainable;

/**
 * A kind of model that trains inside one process, found by name through ServiceLoader. Adding one
 * is one class and one line in META-INF/services.
 */
public interface ModelFamily extends Family {
  /**
   * A model ready to be trained on the data of {@code context}.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for settings or data it cannot use;
   *     unknown keys are refused
   */
  Trainable create(TrainingContext context, Settings settings);

  /**
   * A rough cost in floating-point operations of training with these settings, for scheduling the
   * longest trials first.
   */
  default double cost(Settings settings) {
    return 1;
  }

  static Registry<ModelFamily> registry() {
    return Registry.load(ModelFamily.class, "system");
  }
}
