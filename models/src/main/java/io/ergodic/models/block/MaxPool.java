package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The largest value of each size x size tile; an incomplete tile at the border is left out. */
public record MaxPool(long size) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return torch.max_pool2d(input, size, size);
  }
}
