package io.ergodic.datasets.source;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;

/** A kind of data that can be generated or read, found by name through ServiceLoader. */
public interface DatasetSource extends Named {
  /** One line for {@code ./ergodic datasets}. */
  String description();

  /** Raised whenever the same settings would give other bytes than before. */
  int revision();

  /**
   * Checks all settings and input files and says what will be made. Called on the driver and again
   * on every executor, so it must be a function of its arguments (and of the files) alone.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for anything that cannot be used
   */
  DatasetPlan plan(Settings settings, long seed);

  /** All sources on the class path. */
  static Registry<DatasetSource> registry() {
    return Registry.load(DatasetSource.class, "dataset source");
  }
}
