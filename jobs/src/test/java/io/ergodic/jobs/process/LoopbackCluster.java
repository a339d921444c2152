package io.ergodic.jobs.process;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A standalone cluster whose executors can be killed and stopped: a master and workers of one core,
 * each at a loopback address of its own, because Spark never speculates on the host of the first
 * attempt.
 */
final class LoopbackCluster implements AutoCloseable {
  private static final long LIMIT_SECONDS = 90;

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  LoopbackCluster(Path folder, int workers) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path properties = folder.resolve("master.properties");
    // The master ends an application whose executors die ten times; here they are meant to.
    Files.writeString(properties, "spark.deploy.maxExecutorRetries -1\n");
    launch(
        "master",
        "I have been elected leader",
        "master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        String.valueOf(port),
        "--webui-port",
        "0",
        "--properties-file",
        properties.toString());
    for (int k = 1; k <= workers; k++) {
      launch(
          "worker-" + k,
          "Successfully registered with master",
          "worker.Worker",
          "--host",
          "127.0.0." + (k + 1),
          "--webui-port",
          "0",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve("work").toString(),
          url());
    }
  }

  String url() {
    return "spark://127.0.0.1:" + port;
  }

  /** The executors that live now. */
  List<ProcessHandle> executors() {
    return processes.stream()
        .flatMap(process -> process.toHandle().descendants())
        .filter(process -> line(process).contains("CoarseGrainedExecutorBackend"))
        .toList();
  }

  /** Sends a signal, such as STOP, to one process. */
  static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  private static String line(ProcessHandle process) {
    try {
      // ProcessHandle's own idea of a command line ends after 4096 bytes.
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  private void launch(String name, String ready, String type, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Launcher.ROOT.resolve("ergodic").toString(),
                "--driver-memory=512m",
                "--jvm",
                "org.apache.spark.deploy." + type));
    command.addAll(List.of(arguments));
    File log = folder.resolve(name + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    processes.add(process);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!Launcher.read(log).contains(ready)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new AssertionError(name + " did not start:\n" + Launcher.read(log));
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> executors = executors();
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
    executors.forEach(ProcessHandle::destroyForcibly);
  }
}
