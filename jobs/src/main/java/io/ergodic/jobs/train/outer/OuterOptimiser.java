package io.ergodic.jobs.train.outer;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;

/**
 * Makes the next shared parameters from the last ones and the workers' mean. The way from the last
 * parameters to the mean is taken for a gradient: {@code delta = last - mean}. Like the inner
 * optimisers it keeps nothing itself; its state is a vector that starts as zeros.
 */
public interface OuterOptimiser {
  /** Length of the state for this many trained parameters. */
  int stateCount(int trainable);

  /**
   * Updates shared parameters and state in place.
   *
   * @param shared the parameters the round began with; its first {@code trainable} values are set
   * @param mean the workers' mean after the round, at least as long
   * @param state {@code stateCount(trainable)} values
   */
  void update(float[] shared, float[] mean, float[] state, int trainable);

  /** A kind of outer optimiser, found by name through ServiceLoader. */
  interface Kind extends Named {
    /** Reads the rule's own settings. */
    OuterOptimiser create(Settings settings);
  }

  /** Reads an {@code outer} object: {@code name} (mean) and the settings of the rule. */
  static OuterOptimiser read(Settings settings) {
    String name = name(settings);
    OuterOptimiser outer = registry().get(name, settings.path("name")).create(settings);
    settings.rejectUnknown();
    return outer;
  }

  /** The name that an {@code outer} object has, or the default. */
  static String name(Settings settings) {
    return settings.string("name", Mean.NAME);
  }

  static Registry<Kind> registry() {
    return Registry.load(Kind.class, "outer optimiser");
  }
}
