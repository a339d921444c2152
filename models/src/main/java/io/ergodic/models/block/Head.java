package io.ergodic.models.block;

import io.ergodic.datasets.task.Port;

/** The last block of a network: from the form of the layers to what the task asks for. */
public interface Head {
  /**
   * Declares the parameters of a head.
   *
   * @param output what has to come out: as many logits as classes, or horizon x variables
   */
  Built build(Shape input, Build build, Port output);
}
