package io.ergodic.models.natives;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another process of this machine that claims a GPU, and keeps it until it is closed. */
final class ClaimingProcess implements AutoCloseable {
  private final Process process;

  ClaimingProcess(Path folder, String identity) throws Exception {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ClaimingProcess.class.getName(),
                folder.toString(),
                identity)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // Says a word when it has it.
    if (process.getInputStream().read() != '+') {
      throw new AssertionError("the other process could not claim " + identity);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Kills it: nothing that it does itself frees the GPU. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
  }

  public static void main(String[] arguments) throws InterruptedException {
    boolean free = new GpuClaims(Path.of(arguments[0])).refused(arguments[1]).isEmpty();
    System.out.print(free ? '+' : '-');
    System.out.flush();
    Thread.sleep(TimeUnit.MINUTES.toMillis(5));
  }
}
