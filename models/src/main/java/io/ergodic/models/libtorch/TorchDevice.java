package io.ergodic.models.libtorch;

import io.ergodic.models.device.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** A device in libtorch's words; what is made here belongs to the caller's PointerScope. */
final class TorchDevice {
  private TorchDevice() {}

  static TensorOptions options(ScalarType precision, Device device) {
    TensorOptions options = new TensorOptions(precision);
    return device.isCuda()
        ? options.device(new DeviceOptional(new org.bytedeco.pytorch.Device(device.label())))
        : options;
  }

  /** A new generator of draws in the memory of a device; the caller closes it. */
  static Generator generator(Device device) {
    return device.isNamedCuda()
        ? torch.getCUDAHooks().getNewGenerator(device.index())
        : torch.createCPUGenerator(0);
  }

  /** The tensor itself on the processor, a copy on a GPU. */
  static Tensor on(Device device, Tensor tensor, ScalarType precision) {
    return device.isCuda()
        ? tensor.to(new org.bytedeco.pytorch.Device(device.label()), precision)
        : tensor;
  }

  static DeviceType type(Device device) {
    return device.isNamedCuda() ? DeviceType.CUDA : DeviceType.CPU;
  }
}
