package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import io.ergodic.jobs.data.ContentHash;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * A suite on YARN with data, trials, checkpoints and results on HDFS. Whatever container is killed,
 * results, weights and checkpoints are the bits of one thread on this machine's disk.
 */
@EnabledOnOs(LINUX)
class YarnIT {
  private static final long LIMIT_SECONDS = 300;
  private static final Path SUITE = Launcher.SMALL.resolveSibling("faults.conf");

  @TempDir static Path folder;

  private static HadoopCluster hadoop;
  private static Bits expected;

  /** Rows of results, and the hashes of weights and checkpoints by their names. */
  private record Bits(List<String> rows, Map<String, String> vectors) {
    static Bits of(Path output) throws IOException {
      Map<String, String> vectors = new TreeMap<>();
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".safetensors")).toList()) {
          String hash = new ContentHash().addFile(file).hex();
          vectors.put(output.relativize(file).toString(), hash);
        }
      }
      return new Bits(Launcher.results(output), vectors);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    hadoop = new HadoopCluster(folder);
    List<String> arguments = suite(SUITE.toString(), "alone", "data");
    arguments.addAll(List.of("--master", "local[1]"));
    Launcher.Outcome alone = Launcher.run(folder, arguments.toArray(String[]::new));
    assertThat(alone.code()).as(alone.output()).isZero();
    expected = Bits.of(folder.resolve("alone"));
    assertThat(expected.rows()).hasSizeGreaterThan(2).noneMatch(row -> row.contains(",failed,"));
    assertThat(expected.vectors()).hasSizeGreaterThan(2);
    hadoop.await();
  }

  @AfterAll
  static void stop() throws Exception {
    hadoop.close();
  }

  @Test
  void anExecutorThatIsKilledChangesNoBit() throws Exception {
    File log = folder.resolve("client.txt").toFile();
    Process driver = start(log, SUITE.toString(), "client", "--deploy-mode", "client");
    awaitCheckpoint(driver, log, "client", 1);
    kill("CoarseGrainedExecutorBackend");
    assertThat(driver.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(driver.exitValue()).as(Launcher.read(log)).isZero();
    assertThat(fetched("client")).isEqualTo(expected);
  }

  /** The driver lives in the application master, which YARN starts again. */
  @Test
  void anApplicationMasterThatIsKilledIsStartedAgainAndGoesOn() throws Exception {
    File log = folder.resolve("cluster.txt").toFile();
    Process client =
        start(
            log,
            SUITE.getFileName().toString(),
            "cluster",
            "--deploy-mode",
            "cluster",
            "--files",
            SUITE.toString());
    awaitCheckpoint(client, log, "cluster", 2);
    kill("ApplicationMaster");
    assertThat(client.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(client.exitValue()).as(Launcher.read(log) + hadoop.printed("stderr")).isZero();
    assertThat(fetched("cluster")).isEqualTo(expected);
    // One file a process that trained.
    assertThat(rounds("cluster")).hasSize(2);
  }

  private static List<String> suite(String file, String out, String data) {
    List<String> arguments = new ArrayList<>(List.of("run", file, "--out", out, "--data", data));
    for (String setting :
        List.of(
            "systems.averaged.averaging.workers=2",
            "systems.averaged.averaging.localSteps=300",
            "systems.nvar={}",
            "experiments.chaos.systems=[averaged,nvar]")) {
      arguments.addAll(List.of("--set", setting));
    }
    return arguments;
  }

  private static Process start(File log, String file, String out, String... more)
      throws IOException {
    List<String> arguments = suite(file, hadoop.url(out), hadoop.url("data"));
    arguments.addAll(List.of("--cluster", "yarn", "--num-executors", "2"));
    arguments.addAll(List.of("--driver-memory", "1g", "--executor-memory", "512m"));
    for (String setting :
        List.of(
            // The nodes are this machine: nothing has to be sent to them.
            "spark.yarn.jars=local:" + Launcher.ROOT.resolve("jars") + "/*",
            "spark.yarn.am.memory=256m",
            "spark.yarn.report.interval=100ms")) {
      arguments.addAll(List.of("--conf", setting));
    }
    arguments.addAll(List.of(more));
    return Launcher.start(folder, log, hadoop.environment(), arguments.toArray(String[]::new));
  }

  private static void awaitCheckpoint(Process process, File log, String out, int count)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (names(out, "round-").size() < count) {
      assertThat(process.isAlive() && System.nanoTime() < end).as(Launcher.read(log)).isTrue();
      Thread.sleep(20);
    }
  }

  private static List<String> rounds(String out) throws IOException {
    return names(out, "rounds-");
  }

  private static List<String> names(String out, String prefix) throws IOException {
    List<String> names = new ArrayList<>();
    for (String trial : hadoop.names(out + "/averaging")) {
      names.addAll(hadoop.names(out + "/averaging/" + trial));
    }
    names.removeIf(name -> !name.startsWith(prefix));
    return names;
  }

  private static void kill(String type) {
    List<ProcessHandle> containers = hadoop.containers(type);
    assertThat(containers).as(type).isNotEmpty();
    assertThat(containers.get(0).destroyForcibly()).isTrue();
  }

  private static Bits fetched(String out) throws IOException {
    return Bits.of(hadoop.fetch(out, folder.resolve(out)));
  }
}
