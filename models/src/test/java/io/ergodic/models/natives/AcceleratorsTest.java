package io.ergodic.models.natives;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class AcceleratorsTest {
  @Test
  void withoutAnAddressItIsTheProcessor() {
    for (Engine engine : Engine.values()) {
      assertThat(Accelerators.choose(engine, "")).isEqualTo(Device.CPU);
    }
    assertThat(Device.CPU.describe()).isEqualTo("cpu");
  }

  @Test
  void anEngineWithoutCudaSaysSo() {
    Device device = Accelerators.choose(Engine.FUSED, "3");
    assertThat(device.isCuda()).isFalse();
    assertThat(device.describe()).isEqualTo("cpu (GPU 3 not used: fused has no CUDA version here)");
  }

  /** On machines with and without a GPU: no machine has ten thousand. */
  @Test
  void anAddressThatIsNotThereFallsBackWithAReason() {
    for (String address : new String[] {"9999", "GPU-8f6d"}) {
      Device device = Accelerators.choose(Engine.LIBTORCH, address);
      assertThat(device.label()).isEqualTo("cpu");
      assertThat(device.reason()).startsWith("libtorch ");
    }
    assertThat(Accelerators.choose(Engine.LIBTORCH, "0").isCuda())
        .isEqualTo(torch.cuda_is_available());
  }
}
