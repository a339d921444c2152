package io.ergodic.models.forecaster;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import org.bytedeco.pytorch.Tensor;

/**
 * One network for all variables, each of which it sees by itself: (count, variables, look-back) to
 * (count, variables, horizon).
 *
 * @param series from (series, look-back) to (series, horizon)
 */
record EachVariable(Block series) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor forecast = series.forward(input.reshape(-1, input.size(2)), pass);
    return forecast.view(input.size(0), input.size(1), forecast.size(1));
  }
}
