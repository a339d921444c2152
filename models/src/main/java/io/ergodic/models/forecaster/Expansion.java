package io.ergodic.models.forecaster;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * From coefficients to values.
 *
 * @param inputs number of coefficients
 * @param map from (series, coefficients) to (series, values)
 */
record Expansion(long inputs, Block map) {
  /** Values of the past and of the future side by side, of coefficients side by side. */
  static Tensor both(Tensor coefficients, Expansion past, Expansion future, Pass pass) {
    Tensor first = past.map.forward(coefficients.narrow(1, 0, past.inputs), pass);
    Tensor second = future.map.forward(coefficients.narrow(1, past.inputs, future.inputs), pass);
    return torch.cat(new TensorVector(first, second), 1);
  }
}
