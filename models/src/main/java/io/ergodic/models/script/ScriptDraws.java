package io.ergodic.models.script;

import io.ergodic.models.block.Pass;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * TorchScript draws from libtorch's generator of the whole process, and offers no other. For the
 * time of a forward pass this generator is given the state of the step's own, so that trainings
 * side by side neither wait for each other's numbers nor change them; only one draws at a time.
 */
final class ScriptDraws {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private ScriptDraws() {}

  static Tensor from(Pass pass, Tensor input, Supplier<Tensor> forward) {
    Generator own = pass.draws().get();
    ONE_AT_A_TIME.lock();
    try {
      Generator shared = shared(input);
      shared.set_state(own.get_state());
      Tensor output = forward.get();
      own.set_state(shared.get_state());
      return output;
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  private static Generator shared(Tensor input) {
    return input.is_cuda()
        ? torch.getCUDAHooks().getDefaultGenerator(input.device().index())
        : torch.getDefaultCPUGenerator();
  }
}
