package io.ergodic.jobs.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** HDFS and YARN in a process of their own, whose containers can be killed. */
final class HadoopCluster implements AutoCloseable {
  private static final long LIMIT_SECONDS = 180;

  private final Path settings;
  private final Path log;
  private final Process process;

  /** Starts the daemons and returns at once; {@link #await} waits for them. */
  HadoopCluster(Path folder) throws IOException {
    Path work = Files.createDirectories(folder.resolve("hadoop"));
    this.settings = work.resolve("conf");
    this.log = work.resolve("daemons.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Dtest.build.data=" + work.resolve("yarn"),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HadoopDaemons.class.getName(),
                settings.toString(),
                work.toString()));
    this.process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
  }

  /** Waits until both answer. */
  void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!Files.exists(settings.resolve(HadoopDaemons.READY))) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("Hadoop did not start:\n" + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  /** What a client's process finds the cluster by. */
  Map<String, String> environment() {
    return Map.of("HADOOP_CONF_DIR", settings.toString());
  }

  FileSystem files() throws IOException {
    Configuration configuration = new Configuration();
    configuration.addResource(
        new org.apache.hadoop.fs.Path(settings.resolve("core-site.xml").toUri()));
    return FileSystem.get(configuration);
  }

  /** The full name of a file of the cluster. */
  String url(String name) throws IOException {
    return Files.readString(settings.resolve(HadoopDaemons.READY)) + "/" + name;
  }

  /** The names of what is in a folder of the cluster; none where there is no folder. */
  List<String> names(String folder) throws IOException {
    var path = new org.apache.hadoop.fs.Path("/" + folder);
    List<String> names = new ArrayList<>();
    if (files().exists(path)) {
      for (var status : files().listStatus(path)) {
        names.add(status.getPath().getName());
      }
    }
    return names;
  }

  /** Copies a file of this machine to the cluster. */
  void put(Path file, String name) throws IOException {
    var target = new org.apache.hadoop.fs.Path("/" + name);
    files().copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toUri()), target);
  }

  /** The text of a file of the cluster. */
  String read(String name) throws IOException {
    try (var in = files().open(new org.apache.hadoop.fs.Path("/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Copies a file or folder of the cluster to this machine. */
  Path fetch(String name, Path target) throws IOException {
    files()
        .copyToLocalFile(
            false,
            new org.apache.hadoop.fs.Path("/" + name),
            new org.apache.hadoop.fs.Path(target.toUri()),
            true);
    return target;
  }

  /** Containers that run a class. */
  List<ProcessHandle> containers(String type) {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("java"))
        .filter(each -> line(each).contains(type))
        .toList();
  }

  /** What the containers of all applications have printed to a stream. */
  String printed(String stream) throws IOException {
    StringBuilder text = new StringBuilder();
    try (var files = Files.walk(settings.resolveSibling("yarn"))) {
      files
          .filter(file -> file.getFileName().toString().equals(stream))
          .sorted()
          .forEach(file -> text.append(read(file)));
    }
    return text.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String line(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException gone) {
      return "";
    }
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> containers = process.descendants().toList();
    process.destroyForcibly().waitFor();
    containers.forEach(ProcessHandle::destroyForcibly);
  }
}
