package io.ergodic.models.family;

import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;

/**
 * A kind of model that trains inside one process, found by name through ServiceLoader: one class
 * with an {@code @AutoService} annotation.
 */
public interface ModelFamily extends Family {
  /**
   * A model as the settings describe it, for data of the context's form.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for settings or forms it cannot use;
   *     unknown keys are refused
   */
  Model create(ModelContext context, Settings settings);

  static Registry<ModelFamily> registry() {
    return Registry.load(ModelFamily.class, "system");
  }
}
