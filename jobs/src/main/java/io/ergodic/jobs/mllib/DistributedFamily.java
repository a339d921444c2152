package io.ergodic.jobs.mllib;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelContext;
import java.util.Optional;
import java.util.Set;

/** A classifier that MLlib trains, called on the driver. Found by name through ServiceLoader. */
public interface DistributedFamily extends Family {
  /**
   * A training with these settings.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for settings it cannot use; unknown
   *     keys are refused
   */
  DistributedTraining create(Settings settings);

  /** Refuses data that it cannot be trained on. */
  default void check(ModelContext context) {
    context.output(Port.CLASSES, name());
  }

  @Override
  default Engine engine() {
    return Engine.MLLIB;
  }

  @Override
  default Set<Class<? extends Capability>> capabilities() {
    return Set.of(Classifier.class);
  }

  @Override
  default Optional<String> paper() {
    return Optional.empty();
  }

  static Registry<DistributedFamily> registry() {
    return Registry.load(DistributedFamily.class, "system");
  }
}
