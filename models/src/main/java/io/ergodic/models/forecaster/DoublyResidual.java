package io.ergodic.models.forecaster;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * The stacking of N-BEATS (Oreshkin et al. 2020): each block explains a part of the look-back,
 * which is taken off before the next one reads it, and adds its part of the forecast. Of (series,
 * look-back).
 *
 * @param parts in their order
 * @param lookback rows of the first part of what a block gives; the last block gives a forecast
 *     alone
 * @param level whether the forecast starts from the last value instead of 0
 */
record DoublyResidual(List<Block> parts, int lookback, boolean level) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    Tensor rest = input;
    Tensor forecast = level ? input.narrow(1, input.size(1) - 1, 1) : null;
    for (int k = 0; k < parts.size(); k++) {
      Tensor both = parts.get(k).forward(rest, pass);
      boolean last = k == parts.size() - 1;
      Tensor share = last ? both : both.narrow(1, lookback, both.size(1) - lookback);
      forecast = forecast == null ? share : forecast.add(share);
      if (!last) {
        rest = rest.sub(both.narrow(1, 0, lookback));
      }
    }
    return forecast;
  }
}
