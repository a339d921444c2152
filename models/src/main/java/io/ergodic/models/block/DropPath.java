package io.ergodic.models.block;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Drops a whole branch for an example with a probability while training, and scales the rest up
 * (stochastic depth, Huang et al. 2016).
 */
public record DropPath(double probability) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (!pass.training() || probability == 0) {
      return input;
    }
    long[] each = new long[(int) input.dim()];
    Arrays.fill(each, 1);
    each[0] = input.size(0);
    Tensor ones = torch.ones_like(input.flatten(1, -1).narrow(1, 0, 1));
    Tensor kept = new Dropout(probability).forward(ones, pass);
    return input.mul(kept.view(each));
  }
}
