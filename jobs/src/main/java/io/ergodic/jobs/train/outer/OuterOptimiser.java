package io.ergodic.jobs.train.outer;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;

/**
 * Computes the next shared parameters from the last ones and the workers' mean, with the difference
 * {@code delta = last - mean} as gradient. Like the inner optimisers it is stateless; its state is
 * a vector argument, initially zeros.
 */
public interface OuterOptimiser {
  /** Number of values in the state, for this many trained parameters. */
  int stateCount(int trainable);

  /**
   * Updates shared parameters and state in place.
   *
   * @param shared the parameters at the start of the round; this sets the first {@code trainable}
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
