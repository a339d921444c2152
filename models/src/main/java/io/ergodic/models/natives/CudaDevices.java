package io.ergodic.models.natives;

import io.ergodic.models.device.Device;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds in CUDA's count what a cluster means by an address.
 *
 * <p>A number is that of {@code nvidia-smi}, so CUDA is told to count in its order and not by
 * speed. Where {@code CUDA_VISIBLE_DEVICES} is set, CUDA counts what it names, from 0. Where it is
 * not and the address is a name (a slice of a GPU has no number, and CUDA sees one slice a
 * process), it is set to that name, before CUDA is asked anything.
 */
final class CudaDevices {
  static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
  static final String ORDER = "CUDA_DEVICE_ORDER";

  private final CudaRuntime cuda;
  private final GpuClaims claims;
  private boolean started;

  CudaDevices(CudaRuntime cuda, GpuClaims claims) {
    this.cuda = cuda;
    this.claims = claims;
  }

  /** The GPU of an address, or the processor with the reason. */
  synchronized Device choose(String address) {
    if (!VisibleDevices.isNumber(address) && !VisibleDevices.isName(address)) {
      return Device.insteadOf(address, "is no address of a GPU: a number, GPU-... or MIG-...");
    }
    if (!started) {
      start(address);
    }
    if (!cuda.isAvailable()) {
      return Device.insteadOf(address, "libtorch finds no CUDA");
    }
    Optional<String> visible = cuda.variable(VISIBLE);
    OptionalInt place =
        visible
            .map(names -> VisibleDevices.of(names).place(address))
            .orElseGet(() -> number(address));
    if (place.isEmpty()) {
      return Device.insteadOf(
          address,
          visible
              .map(names -> VISIBLE + "=" + names + " does not name it")
              .orElse("libtorch knows it by a number only, or by " + VISIBLE));
    }
    int count = cuda.count();
    if (place.getAsInt() >= count) {
      return Device.insteadOf(address, "libtorch sees " + count + " GPUs, none of this address");
    }
    Optional<String> refused = cuda.identity(address).flatMap(claims::refused);
    return refused.isPresent()
        ? Device.insteadOf(address, refused.get())
        : Device.cuda(place.getAsInt(), address);
  }

  private void start(String address) {
    started = true;
    if (cuda.variable(ORDER).isEmpty()) {
      cuda.set(ORDER, "PCI_BUS_ID");
    }
    if (cuda.variable(VISIBLE).isEmpty() && !VisibleDevices.isNumber(address)) {
      cuda.set(VISIBLE, address);
    }
  }

  private static OptionalInt number(String address) {
    return VisibleDevices.isNumber(address)
        ? OptionalInt.of(Integer.parseInt(address))
        : OptionalInt.empty();
  }
}
