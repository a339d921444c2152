package io.ergodic.jobs.peer;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import java.util.List;

/** Refuses the settings that only the project's own engine follows. */
final class Restrictions {
  private static final List<String> OWN = List.of("schedule", "outer", "reduction", "checkpoint");

  private Restrictions() {}

  static void check(AveragingSettings settings, Settings given) {
    for (String key : OWN) {
      if (!given.child(key).keys().isEmpty()) {
        throw given.error(key, "is for engine ergodic, not for " + settings.engine());
      }
    }
    if (given.keys().contains("transport")) {
      throw given.error("transport", "is for engine ergodic, not for " + settings.engine());
    }
    if (settings.ownData()) {
      throw given.error("data", "must be shared with engine " + settings.engine());
    }
    if (settings.statePolicy() == StatePolicy.LOCAL) {
      throw given.error(
          "optimiserState", "must be average or reset with engine " + settings.engine());
    }
  }
}
