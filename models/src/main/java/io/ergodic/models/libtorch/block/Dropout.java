package io.ergodic.models.libtorch.block;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Zeroes each value with {@code probability} while training and scales the rest by 1 / (1 -
 * probability) (Srivastava et al. 2014). The mask is drawn from the pass's own generator.
 */
public record Dropout(double probability) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (!pass.training() || probability == 0) {
      return input;
    }
    Tensor mask = torch.empty_like(input);
    mask.bernoulli_(1 - probability, pass.draws());
    mask.mul_(new Scalar(1 / (1 - probability)));
    return input.mul(mask);
  }
}
