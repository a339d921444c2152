package io.ergodic.models.natives;

import io.ergodic.models.family.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.StringOptional;
import org.bytedeco.pytorch.global.torch;

/** CUDA as libtorch sees it. */
final class LibtorchCuda implements CudaRuntime {
  private static final long PATIENCE_SECONDS = 20;

  @Override
  public Optional<String> variable(String name) {
    NativeLibraries.load(Engine.LIBTORCH);
    try (StringOptional value = torch.get_env(name)) {
      if (!value.has_value()) {
        return Optional.empty();
      }
      try (BytePointer text = value.get()) {
        return Optional.of(text.getString(StandardCharsets.UTF_8));
      }
    }
  }

  @Override
  public void set(String name, String value) {
    NativeLibraries.load(Engine.LIBTORCH);
    torch.set_env(name, value, true);
  }

  @Override
  public boolean isAvailable() {
    NativeLibraries.load(Engine.LIBTORCH);
    return torch.cuda_is_available();
  }

  @Override
  public int count() {
    return torch.cuda_device_count();
  }

  /** Names are UUIDs already; the UUID behind a number is what the driver's own tool says. */
  @Override
  public Optional<String> identity(String address) {
    if (!VisibleDevices.isNumber(address)) {
      return Optional.of(address);
    }
    try {
      Process tool =
          new ProcessBuilder(
                  "nvidia-smi", "--query-gpu=uuid", "--format=csv,noheader", "-i", address)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] answer = tool.getInputStream().readAllBytes();
      if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        tool.destroyForcibly();
        return Optional.empty();
      }
      String name = new String(answer, StandardCharsets.UTF_8).strip();
      return tool.exitValue() == 0 && name.startsWith("GPU-")
          ? Optional.of(name)
          : Optional.empty();
    } catch (IOException noTool) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
