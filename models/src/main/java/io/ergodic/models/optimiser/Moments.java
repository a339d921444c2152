package io.ergodic.models.optimiser;

import io.ergodic.models.kernel.MomentUpdate;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Updates by two moments on vectors where they lie: the kernel on the processor, tensors on a GPU.
 */
final class Moments {
  private Moments() {}

  /** Slot 0 has the first moments, slot 1 the second. */
  static void apply(MomentUpdate update, FlatVectors vectors, FlatVectors.Range range) {
    if (vectors.onProcessor()) {
      update.apply(
          range.memory(0), range.memory(1), range.memory(2), range.memory(3), range.count());
      return;
    }
    Tensor parameters = vectors.parameters(range);
    Tensor gradients = vectors.gradients(range);
    if (update.decay() != 0) {
      gradients = gradients.add(parameters, new Scalar((double) update.decay()));
    }
    Tensor first = vectors.slot(0, range);
    Tensor second = vectors.slot(1, range);
    first
        .mul_(new Scalar((double) update.beta1()))
        .add_(gradients, new Scalar(1.0 - update.beta1()));
    second
        .mul_(new Scalar((double) update.beta2()))
        .addcmul_(gradients, gradients, new Scalar(1.0 - update.beta2()));
    if (update.shrink() != 1) {
      parameters.mul_(new Scalar((double) update.shrink()));
    }
    if (!update.adaptive()) {
      parameters.add_(first, new Scalar((double) -update.step()));
      return;
    }
    Tensor root = second.sqrt().mul_(new Scalar((double) update.scale()));
    parameters.addcdiv_(
        first,
        root.add_(new Scalar((double) update.epsilon())),
        new Scalar((double) -update.step()));
  }
}
