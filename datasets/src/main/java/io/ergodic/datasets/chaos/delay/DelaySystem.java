package io.ergodic.datasets.chaos.delay;

import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;

/**
 * A scalar chaotic delay equation dx/dt = f(x(t), x(t - tau); parameters) of the catalogue.
 * Implementations have no state and are found through ServiceLoader. The last parameter of every
 * card is {@code tau}; its start is a constant past.
 */
public interface DelaySystem extends Named {
  /** What is known of the system. */
  SystemCard card();

  /** f(x, delayed; parameters). */
  double derivative(double[] parameters, double x, double delayed);

  /** df/dx. */
  double present(double[] parameters, double x, double delayed);

  /** df/ddelayed. */
  double past(double[] parameters, double x, double delayed);

  @Override
  default String name() {
    return card().name();
  }

  /** All delay equations on the class path. */
  static Registry<DelaySystem> registry() {
    return Registry.load(DelaySystem.class, "delay equation");
  }
}
