package io.ergodic.models.natives;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A machine with so many GPUs whose CUDA reads its variables when it is first asked. */
final class FakeCuda implements CudaRuntime {
  private final int gpus;
  private final Map<String, String> variables = new HashMap<>();
  private String visible;
  private boolean started;

  FakeCuda(int gpus) {
    this.gpus = gpus;
  }

  /** With CUDA_VISIBLE_DEVICES set from outside. */
  FakeCuda(int gpus, String visible) {
    this(gpus);
    variables.put(CudaDevices.VISIBLE, visible);
  }

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public void set(String name, String value) {
    variables.put(name, value);
  }

  private void start() {
    if (!started) {
      started = true;
      visible = variables.get(CudaDevices.VISIBLE);
    }
  }

  @Override
  public boolean isAvailable() {
    return count() > 0;
  }

  @Override
  public int count() {
    start();
    return visible == null ? gpus : Math.min(gpus, VisibleDevices.of(visible).names().size());
  }

  @Override
  public Optional<String> identity(String address) {
    return Optional.of("GPU-of-" + address);
  }
}
