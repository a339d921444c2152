package io.ergodic.models.forecaster;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.family.TrainingContext;
import java.util.Map;

/** The network of a forecaster, found by name: {@code network { kind = ... }}. */
public interface ForecastNetwork {
  /**
   * Declares its parameters for windows of a size.
   *
   * @return from (count, variables, look-back) to (count, variables, horizon)
   * @throws io.ergodic.datasets.settings.InvalidInputException for a window it cannot be used on
   */
  Block build(Window window, Build build);

  /**
   * Values of buffers that are computed from the data before the training, by their names in the
   * network; none by default.
   */
  default Map<String, float[]> fitted(Window window, TrainingContext context) {
    return Map.of();
  }
}
