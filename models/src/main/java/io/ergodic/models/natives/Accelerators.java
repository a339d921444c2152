package io.ergodic.models.natives;

import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import org.bytedeco.pytorch.global.torch;

/** Which device an engine uses of what the cluster has assigned. */
public final class Accelerators {
  private Accelerators() {}

  /**
   * The GPU where the engine can use it, else the processor with the reason; never a failure.
   *
   * @param address of a GPU, such as {@code 0}; empty for none
   */
  public static Device choose(Engine engine, String address) {
    if (address.isEmpty()) {
      return Device.CPU;
    }
    if (engine != Engine.LIBTORCH) {
      return Device.insteadOf(address, engine.label() + " has no CUDA version here");
    }
    NativeLibraries.load(engine);
    if (!torch.cuda_is_available()) {
      return Device.insteadOf(address, "libtorch finds no CUDA");
    }
    int count = torch.cuda_device_count();
    if (!address.matches("\\d{1,4}") || Integer.parseInt(address) >= count) {
      return Device.insteadOf(address, "libtorch sees " + count + " GPUs, none of this address");
    }
    return Device.cuda(address);
  }
}
