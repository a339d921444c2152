package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How batches become what a network reads and is to give, and what it can do once trained. */
interface Examples {
  /** The inputs of a batch as a new array, closed by the caller. */
  INDArray inputs(Batch batch);

  /** The wanted outputs of a batch as a new array, closed by the caller. */
  INDArray outputs(Batch batch);

  /** Axes of the inputs of so many examples. */
  long[] inputShape(int count);

  /** Axes of their outputs. */
  long[] outputShape(int count);

  /** The network as a capability, always in evaluation mode. */
  Capability trained(FlatNetwork network, int threads);
}
