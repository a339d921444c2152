package io.ergodic.datasets.chaos.system;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import java.util.Map;

/**
 * A second name for the field of another system, with a choice of parameters of its own. The card
 * names the parameters of the original in the same order.
 */
abstract class Synonym implements ChaoticSystem {
  private final ChaoticSystem original;
  private final SystemCard card;

  Synonym(ChaoticSystem original, SystemCard card) {
    this.original = original;
    this.card = card;
  }

  @Override
  public final SystemCard card() {
    return card;
  }

  @Override
  public SystemTraits traits() {
    return original.traits().synonymOf(original.name());
  }

  @Override
  public Map<Integer, Double> periodic(double[] parameters) {
    return original.periodic(parameters);
  }

  @Override
  public final void derivative(double[] parameters, double[] state, double[] velocity) {
    original.derivative(parameters, state, velocity);
  }

  @Override
  public final void jacobian(double[] parameters, double[] state, double[] jacobian) {
    original.jacobian(parameters, state, jacobian);
  }
}
