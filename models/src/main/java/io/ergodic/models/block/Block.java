package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;

/** A differentiable map from tensor to tensor; its parameters were declared when it was made. */
@FunctionalInterface
public interface Block {
  /**
   * Applies the block. Tensors made on the way belong to the caller's PointerScope.
   *
   * @param pass whether this is training, and where dropout draws from
   */
  Tensor forward(Tensor input, Pass pass);

  /** The blocks one after the other; a failure says which of them it was. */
  static Block sequence(Block... blocks) {
    return (input, pass) -> {
      Tensor value = input;
      for (int i = 0; i < blocks.length; i++) {
        try {
          value = blocks[i].forward(value, pass);
        } catch (RuntimeException failure) {
          String name = BlockFailedException.name(blocks[i], i, blocks.length);
          throw BlockFailedException.in(name, value, failure);
        }
      }
      return value;
    };
  }
}
