package io.ergodic.models.rule;

import io.ergodic.models.block.Build;
import io.ergodic.models.libtorch.Objective;
import io.ergodic.models.network.NetworkSettings;

/**
 * A way to train a network, found by name: {@code rule { kind = ... }}. It puts the network
 * together, with parameters of its own where it needs any, and says what is minimised: a loss whose
 * gradients go where the rule lets them, and what the trained network can do.
 */
public interface TrainingRule {
  /** Declares all parameters, and gives what a step minimises. */
  Objective objective(NetworkSettings network, Build build, Question question);

  /** Refuses a question the rule has no answer to, before anything is put together. */
  default void check(Question question) {}
}
