package io.ergodic.models.block;

/** A layer of a stage that is a block of its own rather than a pair of mixers. */
public interface LayerKind {
  /**
   * Declares the parameters of a layer.
   *
   * @param index of the layer in its stage, from 0: a stride is taken by the first alone
   */
  Built build(Shape input, Build build, int index);
}
