package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Splits each series into a centred moving average, its ends repeated, and the rest, sends both
 * through blocks of their own and adds the results (Autoformer's decomposition, Wu et al. 2021, as
 * used by DLinear): (count, variables, length) to whatever the two blocks give.
 *
 * @param kernel odd length of the average
 */
public record TrendSplit(long kernel, Block trend, Block rest) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    long side = kernel / 2;
    long[] size = {kernel};
    long[] one = {1};
    long[] none = {0};
    Tensor padded = torch.replication_pad1d(input, side, side);
    Tensor average = torch.avg_pool1d(padded, size, one, none, false, true);
    return trend.forward(average, pass).add(rest.forward(input.sub(average), pass));
  }
}
