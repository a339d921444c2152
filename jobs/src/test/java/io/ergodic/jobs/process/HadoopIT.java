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
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * A suite on YARN with data, trials, checkpoints and results on HDFS. Whatever container is killed,
 * results, weights and checkpoints are the bits of one thread on this machine's disk. And every
 * command on paths of HDFS.
 */
@EnabledOnOs(LINUX)
@Tag("long")
class HadoopIT {
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

  /**
   * The driver lives in the application master, which YARN starts again. It waits a minute for the
   * dead one's lease to run out: {@code mvn verify -Pall}.
   */
  @Tag("long")
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

  @Test
  void everyCommandTakesPathsOfHdfs() throws Exception {
    Files.writeString(folder.resolve("including.conf"), "include \"faults.conf\"\n");
    hadoop.put(folder.resolve("including.conf"), "suites/including.conf");
    hadoop.put(SUITE, "suites/faults.conf");
    StringBuilder rows = new StringBuilder("x,y,z\n");
    for (int i = 0; i < 50; i++) {
      rows.append(i % 7).append(',').append(i % 5).append(',').append(20 + i % 3).append('\n');
    }
    Files.writeString(folder.resolve("rows.csv"), rows);
    hadoop.put(folder.resolve("rows.csv"), "rows.csv");
    String out = hadoop.url("commands");
    List<String> run = suite(hadoop.url("suites/including.conf"), out, hadoop.url("sets"));
    run.addAll(List.of("--set", "experiments.chaos.systems=[nvar]", "--master", "local[1]"));
    String[] suite = run.toArray(String[]::new);

    done(suite).contains("0 trained before, 1 to train").contains("report: " + out);
    done(suite).contains("1 trained before, 0 to train");
    done("describe", out).contains("nvar");
    for (String dataset : hadoop.names("sets")) {
      if (!dataset.startsWith(".")) {
        done("describe", hadoop.url("sets/" + dataset), "--verify").contains("as written");
      }
    }
    done("report", out).contains(out + "/report.html");
    done("export", out).contains(out + "/faults.ipynb");
    done("export", out, "--to", hadoop.url("notebooks/n.ipynb"));
    assertThat(hadoop.read("notebooks/n.ipynb")).contains(out + "/results.parquet");
    String trial = "chaos/lorenz/nvar/1";
    String answer = hadoop.url("answers/next.csv");
    done(
        "predict",
        out,
        "--trial",
        trial,
        "--input",
        hadoop.url("rows.csv"),
        "--out",
        answer,
        "--steps",
        "5");
    assertThat(hadoop.read("answers/next.csv").lines()).hasSize(6);
    done("clean", out).contains("0 dropped");
    // Nothing was taken for a folder of this machine called hdfs:.
    assertThat(folder.resolve("hdfs:")).doesNotExist();

    // Told by a setting instead of a file, with a path that has no scheme.
    String files = "spark.hadoop.fs.defaultFS=" + hadoop.url("");
    Launcher.Outcome told = Launcher.run(folder, "describe", "/commands", "--conf", files);
    assertThat(told.code()).as(told.output()).isZero();
    Launcher.Outcome none = Launcher.run(folder, "run", hadoop.url("suites/none.conf"));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.output()).contains("suites/none.conf: no such file");
  }

  private static AbstractStringAssert<?> done(String... arguments) throws Exception {
    Launcher.Outcome outcome = Launcher.run(folder, hadoop.environment(), arguments);
    assertThat(outcome.code()).as(outcome.output()).isZero();
    return assertThat(outcome.output());
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
