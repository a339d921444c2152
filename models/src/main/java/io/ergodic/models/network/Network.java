package io.ergodic.models.network;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.BlockFailedException;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.Shape;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A network with its cut points: (count, example) to (count, output).
 *
 * @param layers in their order, each reading what the one before gives
 */
public record Network(Block stem, List<Layer> layers, Block head) implements Block {
  /**
   * A layer.
   *
   * @param name such as {@code main.3}
   * @param output shape of what it gives for an example
   */
  public record Layer(String name, Block block, Shape output) {
    /** Applies the layer; a failure says which it was. */
    public Tensor forward(Tensor input, Pass pass) {
      return BlockFailedException.located("layer " + name, block, input, pass);
    }
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor value = BlockFailedException.located("stem", stem, input, pass);
    for (Layer layer : layers) {
      value = layer.forward(value, pass);
    }
    return BlockFailedException.located("head", head, value, pass);
  }
}
