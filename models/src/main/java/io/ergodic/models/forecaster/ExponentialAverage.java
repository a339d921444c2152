package io.ergodic.models.forecaster;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Pass;
import io.ergodic.models.learner.Merge;
import org.bytedeco.pytorch.Tensor;

/**
 * The exponential moving average of each series: s_0 = x_0, s_k = a x_k + (1 - a) s_(k-1), from
 * (series, length) to the same. It is applied as the matrix of its weights, whose smallest vanish
 * without harm, where dividing by powers of 1 - a would overflow.
 */
final class ExponentialAverage implements Block {
  private final Parameter weights;

  ExponentialAverage(Build build, long each, int length, double alpha) {
    Initial powers =
        (target, from, shape, random) -> {
          double[] row = new double[length];
          for (int k = 0; k < length; k++) {
            for (int j = 0; j < k; j++) {
              row[j] *= 1 - alpha;
            }
            row[k] = k == 0 ? 1 : alpha;
            for (int j = 0; j <= k; j++) {
              target[from + k * length + j] = (float) row[j];
            }
          }
        };
    this.weights = build.parameters().buffer("weights", Merge.EQUAL, powers, length, length);
    build.count((double) each * length * length);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return input.matmul(weights.tensor().t());
  }
}
