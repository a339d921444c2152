package io.ergodic.models.learner;

import io.ergodic.datasets.capability.Capability;

/**
 * A model made of stored weights.
 *
 * @param model what it can do; usable until {@link #close}
 */
public record Restored(Capability model, Runnable onClose) implements AutoCloseable {
  /** A model that holds nothing that has to be freed. */
  public Restored(Capability model) {
    this(model, () -> {});
  }

  @Override
  public void close() {
    onClose.run();
  }
}
