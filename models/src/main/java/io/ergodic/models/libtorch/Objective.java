package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.block.Pass;
import org.bytedeco.pytorch.Tensor;

/** What a network is trained for: the loss of a batch, and what it can do once trained. */
public interface Objective {
  /** The mean loss over a batch, a scalar tensor in the caller's PointerScope. */
  Tensor loss(Batch batch, Staging staging, Pass pass);

  /**
   * The network as a capability, always in evaluation mode.
   *
   * @param staging through which examples get to the device the network lies on; the caller closes
   *     it
   */
  Capability trained(int threads, Staging staging);
}
