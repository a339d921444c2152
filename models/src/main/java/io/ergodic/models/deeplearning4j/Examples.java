package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How batches become what a network reads and is to give, and what it can do once trained. */
interface Examples {
  /** The inputs of a batch as a new array, closed by the caller. */
  INDArray inputs(Batch batch);

  /** The wanted outputs of a batch as a new array, closed by the caller. */
  INDArray outputs(Batch batch);

  /** The network as a capability, always in evaluation mode. */
  Capability trained(MultiLayerNetwork network, int threads);
}
