package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.models.family.Family;
import java.io.Serializable;
import java.util.Optional;

/**
 * A system as a suite defines it: a family with settings, and how its training is spread, if it is.
 *
 * @param settings of the family, with {@code averaging} where given, as canonical JSON
 * @param path where they stand in the suite, for messages
 */
public record SystemSpec(String name, String family, String settings, String path)
    implements Serializable {
  private static final String AVERAGING = "averaging";

  /** Reads {@code systems.NAME}; {@code family} defaults to the name itself. */
  static SystemSpec read(String name, Settings settings) {
    String family = settings.string("family", name);
    Family known = Catalogue.family(family, settings.path("family"));
    if (settings.has(AVERAGING) && known instanceof DistributedFamily) {
      throw settings.error(AVERAGING, family + " is spread over the executors by MLlib already");
    }
    SystemSpec spec =
        new SystemSpec(name, family, settings.without("family").json(), settings.path());
    spec.averaging();
    return spec;
  }

  /** This system with an experiment's overrides laid over its settings. */
  SystemSpec with(Settings overrides) {
    if (overrides.keys().isEmpty()) {
      return this;
    }
    String merged = overrides.withFallback(Settings.parse(settings, path)).json();
    return new SystemSpec(name, family, merged, path);
  }

  /** The settings of the family alone. */
  public Settings familySettings() {
    return Settings.parse(settings, path).without(AVERAGING);
  }

  /** How the system is trained by many executors; empty when it is trained in one task. */
  public Optional<AveragingSettings> averaging() {
    Settings all = Settings.parse(settings, path);
    return all.has(AVERAGING)
        ? Optional.of(AveragingSettings.read(all.child(AVERAGING)))
        : Optional.empty();
  }

  /** The settings that determine what is trained: when checkpoints are written does not. */
  String determining() {
    return averaging()
        .map(averaging -> familySettings().json() + " averaging " + averaging.determining())
        .orElse(settings);
  }
}
