package io.ergodic.models.natives;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleDevicesTest {
  @Test
  void anAddressIsCountedWhereTheVariableNamesIt() {
    VisibleDevices devices = VisibleDevices.of("3, 1,GPU-8f6d1c2a-77,MIG-0b11");
    assertThat(devices.place("3")).hasValue(0);
    assertThat(devices.place("1")).hasValue(1);
    assertThat(devices.place("GPU-8f6d1c2a-77")).hasValue(2);
    assertThat(devices.place("MIG-0b11")).hasValue(3);
    assertThat(devices.place("0")).isEmpty();
    assertThat(devices.place("GPU-9")).isEmpty();
  }

  /** CUDA takes any beginning of a UUID that no other has. */
  @Test
  void namesMayBeCutShort() {
    assertThat(VisibleDevices.of("GPU-8f6d").place("GPU-8F6D1C2A-77")).hasValue(0);
    assertThat(VisibleDevices.of("MIG-0b11-22").place("MIG-0b11")).hasValue(0);
    assertThat(VisibleDevices.of("GPU-8f6d").place("MIG-8f6d")).isEmpty();
  }

  @Test
  void whatFollowsNoDeviceIsHidden() {
    assertThat(VisibleDevices.of("").names()).isEmpty();
    assertThat(VisibleDevices.of("-1").names()).isEmpty();
    assertThat(VisibleDevices.of("2,-1,0").names()).containsExactly("2");
    assertThat(VisibleDevices.of("2,,0").place("0")).isEmpty();
    assertThat(VisibleDevices.of("NoDevFiles").names()).isEmpty();
  }
}
