package io.ergodic.jobs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Submits the shaded jar as somebody does who has Spark and not this project's folder of jars. */
final class JobJar {
  private static final long LIMIT_SECONDS = 300;

  /** What the shaded jar has to bring itself: no Spark distribution holds these. */
  private static final String OURS =
      "(ergodic|asm|nd4j|deeplearning4j|javacpp|openblas|pytorch|hipparchus|picocli|progressbar|plotly"
          + "|config-1|JTransforms|guava-1\\.0|jackson-1\\.0|protobuf-1\\.0|resources-1\\.0).*";

  private JobJar() {}

  /** Runs {@code SparkSubmit} with only Spark's jars on the class path, and waits for it. */
  static Launcher.Outcome submit(Path folder, String master, String... arguments)
      throws IOException, InterruptedException {
    return submit(folder, jar(), master, List.of(), Map.of(), arguments);
  }

  /**
   * The same in other surroundings.
   *
   * @param jar the job jar, wherever it lies
   * @param options more of the virtual machine
   * @param environment more variables; an empty value takes one away
   */
  static Launcher.Outcome submit(
      Path folder,
      Path jar,
      String master,
      List<String> options,
      Map<String, String> environment,
      String... arguments)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("spark"));
    Path jars = Files.createDirectories(home.resolve("jars"));
    try (Stream<Path> all = Files.list(Launcher.ROOT.resolve("jars"))) {
      for (Path library :
          all.filter(file -> !file.getFileName().toString().matches(OURS)).toList()) {
        Files.createSymbolicLink(jars.resolve(library.getFileName()), library);
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector"));
    for (String part : List.of("lang", "lang.invoke", "nio", "util", "util.concurrent", "net")) {
      command.add("--add-opens=java.base/java." + part + "=ALL-UNNAMED");
    }
    command.addAll(options);
    command.addAll(
        List.of(
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/sun.security.action=ALL-UNNAMED",
            "-Xmx1g",
            "-cp",
            jars + "/*",
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            master,
            "--properties-file",
            Launcher.ROOT.resolve("conf/spark-defaults.conf").toString(),
            "--conf",
            "spark.driver.host=127.0.0.1",
            jar.toString()));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("job-jar.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    Launcher.change(builder.environment(), environment);
    Process process = builder.start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + LIMIT_SECONDS + " s:\n" + Files.readString(log));
    }
    return new Launcher.Outcome(process.exitValue(), Files.readString(log));
  }

  /** The jar that was just built. */
  static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Launcher.ROOT.resolve("jobs/target"))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-job.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no job jar in jobs/target"));
    }
  }
}
