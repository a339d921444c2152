package io.ergodic.models.natives;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.models.device.Device;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaDevicesTest {
  @TempDir Path folder;

  private CudaDevices on(FakeCuda cuda) {
    return new CudaDevices(cuda, new GpuClaims(folder));
  }

  @Test
  void aNumberIsCudasOwnWhereAllAreVisible() {
    FakeCuda cuda = new FakeCuda(4);
    CudaDevices devices = on(cuda);
    assertThat(devices.choose("2")).isEqualTo(Device.cuda(2, "2"));
    assertThat(devices.choose("3").describe()).isEqualTo("cuda:3");
    assertThat(devices.choose("4").reason())
        .isEqualTo("libtorch sees 4 GPUs, none of this address");
    // As nvidia-smi counts, from which the address comes; by itself CUDA counts the fastest first.
    assertThat(cuda.variable(CudaDevices.ORDER)).hasValue("PCI_BUS_ID");
  }

  @Test
  void anOrderThatSomebodyHasSetStays() {
    FakeCuda cuda = new FakeCuda(4);
    cuda.set(CudaDevices.ORDER, "FASTEST_FIRST");
    assertThat(on(cuda).choose("0").isCuda()).isTrue();
    assertThat(cuda.variable(CudaDevices.ORDER)).hasValue("FASTEST_FIRST");
  }

  @Test
  void whereSomeAreVisibleTheirPlaceCounts() {
    CudaDevices devices = on(new FakeCuda(8, "5,2"));
    assertThat(devices.choose("2")).isEqualTo(Device.cuda(1, "2"));
    assertThat(devices.choose("5")).isEqualTo(Device.cuda(0, "5"));
    // CUDA's own 0 would be number 5, which is somebody else's.
    assertThat(devices.choose("0").describe())
        .isEqualTo("cpu (GPU 0 not used: CUDA_VISIBLE_DEVICES=5,2 does not name it)");
  }

  @Test
  void aSliceIsMadeVisibleToAProcessThatHasNone() {
    FakeCuda cuda = new FakeCuda(1);
    CudaDevices devices = on(cuda);
    assertThat(devices.choose("MIG-0b11-22")).isEqualTo(Device.cuda(0, "MIG-0b11-22"));
    assertThat(cuda.variable(CudaDevices.VISIBLE)).hasValue("MIG-0b11-22");
    assertThat(devices.choose("MIG-99").reason())
        .isEqualTo("CUDA_VISIBLE_DEVICES=MIG-0b11-22 does not name it");
  }

  /** CUDA reads the variable once. */
  @Test
  void aNameThatComesTooLateIsNotUsed() {
    CudaDevices devices = on(new FakeCuda(2));
    assertThat(devices.choose("1").isCuda()).isTrue();
    assertThat(devices.choose("GPU-8f6d").reason())
        .isEqualTo("libtorch knows it by a number only, or by CUDA_VISIBLE_DEVICES");
  }

  @Test
  void noCudaAndNoAddressAreSaid() {
    assertThat(on(new FakeCuda(0)).choose("0").reason()).isEqualTo("libtorch finds no CUDA");
    assertThat(on(new FakeCuda(2, "-1")).choose("0").reason()).isEqualTo("libtorch finds no CUDA");
    assertThat(on(new FakeCuda(2)).choose("none").reason()).contains("is no address of a GPU");
  }

  @Test
  void whatAnotherProcessHasIsNotUsed() throws Exception {
    try (ClaimingProcess other = new ClaimingProcess(folder, "GPU-of-0")) {
      CudaDevices devices = on(new FakeCuda(2));
      assertThat(devices.choose("0").describe())
          .startsWith("cpu (GPU 0 not used: process " + other.pid() + " of this machine");
      assertThat(devices.choose("1")).isEqualTo(Device.cuda(1, "1"));
    }
  }
}
