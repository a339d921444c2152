package io.ergodic.models.block;

import org.bytedeco.pytorch.GeneratorOptional;

/**
 * One run through a network.
 *
 * @param training whether dropout drops and batch norm uses and updates statistics of the batch
 * @param draws where all random draws come from; never libtorch's global generator
 */
public record Pass(boolean training, GeneratorOptional draws) {
  private static final Pass EVALUATION = new Pass(false, null);

  /** No dropout, running statistics. */
  public static Pass evaluation() {
    return EVALUATION;
  }
}
