package io.ergodic.datasets.chaos.map;

import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import java.util.Map;

/**
 * A chaotic map x(n + 1) = f(x(n); parameters) of the catalogue. Implementations have no state and
 * are found through ServiceLoader. The card's period is one iteration, its exponent that per
 * iteration. Coordinates that are angles stay in their interval.
 */
public interface ChaoticMap extends Named {
  /** What is known of the map. */
  SystemCard card();

  /** Writes f(state; parameters) to {@code next}, which is another array. */
  void apply(double[] parameters, double[] state, double[] next);

  /** Writes the entries of df/dx that are not zero; {@code jacobian} arrives filled with zeros. */
  void jacobian(double[] parameters, double[] state, double[] jacobian);

  /** Coordinates that are angles, with the length of a turn. */
  default Map<Integer, Double> periodic() {
    return Map.of();
  }

  @Override
  default String name() {
    return card().name();
  }

  /** All maps on the class path. */
  static Registry<ChaoticMap> registry() {
    return Registry.load(ChaoticMap.class, "chaotic map");
  }
}
