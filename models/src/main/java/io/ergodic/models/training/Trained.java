package io.ergodic.models.training;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Weights;
import java.util.List;

/**
 * The end of a training.
 *
 * @param model what it can do; usable until {@link #close}
 * @param weights all that has to be kept of it
 * @param parameters number of trained parameters
 * @param curve losses by epoch; empty for closed forms
 */
public record Trained(
    Capability model, Weights weights, int parameters, List<EpochLoss> curve, Runnable onClose)
    implements AutoCloseable {
  @Override
  public void close() {
    onClose.run();
  }
}
