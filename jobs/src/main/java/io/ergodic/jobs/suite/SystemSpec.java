package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.Settings;
import java.io.Serializable;

/**
 * A system as a suite defines it: a family with settings.
 *
 * @param settings of the family, as canonical JSON
 * @param path where they stand in the suite, for messages
 */
public record SystemSpec(String name, String family, String settings, String path)
    implements Serializable {

  /** Reads {@code systems.NAME}; {@code family} defaults to the name itself. */
  static SystemSpec read(String name, Settings settings) {
    String family = settings.string("family", name);
    Catalogue.family(family, settings.path("family"));
    return new SystemSpec(name, family, settings.without("family").json(), settings.path());
  }

  /** This system with an experiment's overrides laid over its settings. */
  SystemSpec with(Settings overrides) {
    if (overrides.keys().isEmpty()) {
      return this;
    }
    String merged = overrides.withFallback(Settings.parse(settings, path)).json();
    return new SystemSpec(name, family, merged, path);
  }
}
