package io.ergodic.models.block;

import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Zeroes each value with {@code probability} while training and scales the rest up so that the mean
 * stays (Srivastava et al. 2014). The mask is drawn where the values lie, from the pass's own
 * generator: each 64-bit draw decides four values, which is several times faster than a Bernoulli
 * draw for each, and rounds the probability to a multiple of 2^-16.
 */
public record Dropout(double probability) implements Block {
  private static final int STEPS = 1 << 16;

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (!pass.training() || probability == 0) {
      return input;
    }
    long kept = Math.max(1, Math.round((1 - probability) * STEPS));
    if (kept == STEPS) {
      return input;
    }
    long count = input.numel();
    Tensor draws =
        torch.empty(
            new long[] {(count + 3) / 4},
            new TensorOptions(ScalarType.Long).device(new DeviceOptional(input.device())),
            new MemoryFormatOptional());
    draws.random_(Long.MIN_VALUE, new LongOptional(), pass.draws());
    Tensor keep =
        draws
            .view(ScalarType.Short)
            .narrow(0, 0, count)
            .lt(new Scalar((int) (kept - STEPS / 2)))
            .to(input);
    return input.mul(keep.mul_(new Scalar((double) STEPS / kept)).view(input.shape()));
  }
}
