package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Mean error of the rows that a map gives when it runs by itself from the first row of a sequence,
 * over sequences, rows and variables. The state is the observation.
 *
 * @param map from (count, variables) to (count, variables), one step on
 * @param steps of a sequence, which has one row more
 */
public record DynamicsObjective(Block map, int variables, int steps, ForecastLoss error)
    implements Objective {

  @Override
  public Tensor loss(Batch batch, Staging staging, Pass pass) {
    int count = batch.count();
    Tensor rows = staging.floats(batch.floats(Batch.INPUT), 0, count, steps + 1, variables);
    Tensor state = rows.select(1, 0);
    TensorVector made = new TensorVector();
    for (int step = 0; step < steps; step++) {
      state = map.forward(state, pass);
      made.push_back(state);
    }
    return error.of(torch.stack(made, 1), rows.narrow(1, 1, steps));
  }

  @Override
  public Capability trained(int threads, Staging staging) {
    return new NetworkDynamics(map, variables, threads, staging);
  }
}
