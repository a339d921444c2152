package io.ergodic.models.natives;

import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import java.nio.file.Path;

/** Which device an engine uses of what the cluster has assigned. */
public final class Accelerators {
  private static final CudaDevices CUDA =
      new CudaDevices(
          new LibtorchCuda(), new GpuClaims(Path.of(System.getProperty("java.io.tmpdir"))));

  private Accelerators() {}

  /**
   * The GPU where the engine can use it, else the processor with the reason; never a failure.
   *
   * @param address of a GPU, such as {@code 0}, {@code GPU-8f6d...} or {@code MIG-...}; empty for
   *     none
   */
  public static Device choose(Engine engine, String address) {
    if (address.isEmpty()) {
      return Device.CPU;
    }
    if (engine != Engine.LIBTORCH) {
      return Device.insteadOf(address, engine.label() + " has no CUDA version here");
    }
    return CUDA.choose(address);
  }
}
