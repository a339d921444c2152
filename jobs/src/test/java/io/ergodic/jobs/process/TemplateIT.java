package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template as somebody outside would use it: copied, built by Maven, its jar handed over. */
class TemplateIT {
  private static final String[] ON_ONE_THREAD = {"--master", "local[1]"};

  @TempDir Path folder;

  @Test
  void aPlugInIsBuiltOutsideAndUsedInEveryCommandAndOnExecutors() throws Exception {
    Path jar = build(copy(Launcher.ROOT.resolve("template"), folder.resolve("mine")));
    String suite = folder.resolve("mine/mine.conf").toString();

    Launcher.Outcome keys = Launcher.run(folder, "systems", "two-layers-wide", "--jars", "" + jar);
    assertThat(keys.code()).as(keys.output()).isZero();
    assertThat(keys.output()).contains("hidden", "256", "hidden units (default 64; 1 to 10000)");
    Launcher.Outcome unknown = Launcher.run(folder, "systems", "two-layers-wide");
    assertThat(unknown.code()).as(unknown.output()).isEqualTo(2);

    Launcher.Outcome local = run(suite, jar, "local", ON_ONE_THREAD);
    assertThat(local.code()).as(local.output()).isZero();
    List<String> rows = Launcher.results(folder.resolve("local"));
    for (String part : List.of("two-layers,", "two-layers-wide,", "largest_error", "flow")) {
      assertThat(rows).anyMatch(row -> row.contains(part));
    }
    assertThat(rows).noneMatch(row -> row.contains(",failed,"));

    try (LoopbackCluster cluster = new LoopbackCluster(folder.resolve("processes"), 2)) {
      Launcher.Outcome remote =
          run(
              suite,
              jar,
              "cluster",
              "--master",
              cluster.url(),
              "--conf",
              "spark.driver.host=127.0.0.1",
              "--executor-memory",
              "768m",
              "--conf",
              "spark.ergodic.jobJar=false");
      assertThat(remote.code()).as(remote.output()).isZero();
    }
    assertThat(Launcher.results(folder.resolve("cluster"))).isEqualTo(rows);
  }

  @Test
  void whatIsNoJarIsRefusedInOneLine() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.jar"), "no jar");
    for (String file : List.of(text.toString(), folder.resolve("none.jar").toString())) {
      Launcher.Outcome outcome = Launcher.run(folder, "systems", "--jars", file);
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.output()).contains("--jars", file).hasLineCount(1);
    }
  }

  private Launcher.Outcome run(String suite, Path jar, String out, String... more)
      throws Exception {
    String[] all =
        Stream.concat(
                Stream.of(
                    "run", suite, "--jars", jar.toString(), "--out", out, "--data", out + "-data"),
                Stream.of(more))
            .toArray(String[]::new);
    return Launcher.run(folder, all);
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!from.relativize(file).startsWith("target")) {
          Path copy = to.resolve(from.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return to;
  }

  /** Maven has all it needs: the template uses what the project itself was built with. */
  private Path build(Path project) throws Exception {
    File log = folder.resolve("maven.txt").toFile();
    Process maven =
        new ProcessBuilder("mvn", "-q", "-o", "-B", "package", "-Dergodic.home=" + Launcher.ROOT)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    assertThat(maven.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(maven.exitValue()).as(Launcher.read(log)).isZero();
    return project.resolve("target/my-systems-1.0.jar");
  }
}
