package io.ergodic.models.libtorch;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.device.Device;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Arithmetic of the forward pass while training. Mixed precision is libtorch's autocast
 * (Micikevicius et al., ICLR 2018): products in bfloat16, whose exponent is that of a float, so
 * that no loss has to be scaled; sums that need it, parameters, gradients and optimiser in float.
 * Validation and evaluation are in float throughout.
 */
public enum Precision {
  FLOAT32,
  BFLOAT16;

  /** Reads {@code precision}: float32 (the default) or bfloat16. */
  public static Precision read(Settings settings) {
    String name = settings.choice("precision", "float32", List.of("float32", "bfloat16"));
    return name.equals("float32") ? FLOAT32 : BFLOAT16;
  }

  /** Runs a forward pass of this thread. */
  <T> T during(Device device, Supplier<T> forward) {
    if (this == FLOAT32) {
      return forward.get();
    }
    DeviceType type = TorchDevice.type(device);
    torch.set_autocast_dtype(type, ScalarType.BFloat16);
    torch.set_autocast_enabled(type, true);
    try {
      return forward.get();
    } finally {
      torch.set_autocast_enabled(type, false);
      // Else the next step would find this one's parameters in half precision.
      torch.clear_cache();
    }
  }
}
