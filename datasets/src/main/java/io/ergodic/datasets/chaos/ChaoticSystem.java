package io.ergodic.datasets.chaos;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import java.util.List;
import java.util.Map;

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

  /** Names of the coordinates; empty for the usual ones: x, y, z, w or x1, x2, ... */
  default List<String> coordinates() {
    return List.of();
  }

  /**
   * Whether all objects of the class have the same equations, which its bytecode says; false where
   * an object holds them as data.
   */
  default boolean saidByItsClass() {
    return true;
  }

  /**
   * {@link SystemTraits#periodic()} at any parameters: a repeat that is a parameter changes with
   * it.
   */
  default Map<Integer, Double> periodic(double[] parameters) {
    return traits().periodic();
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
