package io.ergodic.datasets.chaos;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;

/**
 * A chaotic flow dx/dt = f(state; parameters) of the catalogue. Implementations have no state and
 * are found through ServiceLoader. Parameters come in the order of {@link SystemCard#parameters()}.
 */
public interface ChaoticSystem extends Named {
  /** What is known of the system. */
  SystemCard card();

  /** What else to know of it; nothing special unless told otherwise. */
  default SystemTraits traits() {
    return SystemTraits.none();
  }

  /** Writes f(state; parameters) to {@code velocity}. */
  void derivative(double[] parameters, double[] state, double[] velocity);

  /** Writes the entries of df/dx that are not zero; {@code jacobian} arrives filled with zeros. */
  void jacobian(double[] parameters, double[] state, double[] jacobian);

  @Override
  default String name() {
    return card().name();
  }

  /** All systems on the class path. */
  static Registry<ChaoticSystem> registry() {
    return Registry.load(ChaoticSystem.class, "chaotic system");
  }
}
