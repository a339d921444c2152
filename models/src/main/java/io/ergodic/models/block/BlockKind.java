package io.ergodic.models.block;

/** A kind of block: from the shape that comes in follow its parameters and what comes out. */
public interface BlockKind {
  /**
   * Declares the parameters of a block for inputs of a shape; nothing is allocated.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for a shape it cannot work on
   */
  Built build(Shape input, Build build);
}
