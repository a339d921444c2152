package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bits do not depend on where and by whom a program is started: in a folder with a blank and an
 * umlaut in its name, without HOME, under LANG=C and in Turkish, whose small I has no dot.
 */
@EnabledOnOs(LINUX)
class SurroundingsIT {
  /** In the shell, since this JVM may itself be under LANG=C. */
  private static final String SCRIPT =
      """
      set -eu
      folder="$1/a blank and an $(printf '\\303\\274')mlaut"
      mkdir "$folder"
      cd "$folder"
      cp "$2" suite.conf
      shift 2
      env -u HOME -u LC_ALL -u LC_CTYPE LANG=C \
        JAVA_TOOL_OPTIONS='-Duser.language=tr -Duser.country=TR' "$@"
      cp out/results.csv ../strange/
      """;

  @TempDir static Path folder;

  private static List<String> expected;

  @BeforeAll
  static void usual() throws Exception {
    Launcher.Outcome usual =
        Launcher.run(
            folder,
            "run",
            Launcher.SMALL.toString(),
            "--set",
            "experiments.images=null",
            "--out",
            "usual",
            "--data",
            "usual-data",
            "--master",
            "local[1]");
    assertThat(usual.code()).as(usual.output()).isZero();
    expected = Launcher.results(folder.resolve("usual"));
  }

  @Test
  void theLauncherGivesTheSameBitsAnywhere() throws Exception {
    Path strange = Files.createDirectory(folder.resolve("strange"));
    Path log = folder.resolve("strange.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                "-c",
                SCRIPT,
                "bash",
                folder.toString(),
                Launcher.SMALL.toString(),
                Launcher.ROOT.resolve("ergodic").toString(),
                "run",
                "suite.conf",
                "--set",
                "experiments.images=null",
                "--out",
                "out",
                "--data",
                "data",
                "--master",
                "local[1]")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log)).contains("Picked up JAVA_TOOL_OPTIONS");
    assertThat(Launcher.results(strange)).isEqualTo(expected);
  }

  /** A JDK 17 cannot be in a folder with an umlaut under LANG=C, so here it is a blank alone. */
  @Test
  void theJobJarGivesTheSameBitsAnywhere() throws Exception {
    Path strange = Files.createDirectory(folder.resolve("with a blank"));
    Path jar = Files.createSymbolicLink(strange.resolve("job.jar"), JobJar.jar());
    Launcher.Outcome outcome =
        JobJar.submit(
            strange,
            jar,
            "local[1]",
            List.of("-Duser.language=tr", "-Duser.country=TR"),
            Map.of("LANG", "C", "LC_ALL", "C", "LC_CTYPE", "", "HOME", ""),
            "run",
            Launcher.SMALL.toString(),
            "--set",
            "experiments.images=null",
            "--out",
            "out",
            "--data",
            "data");
    assertThat(outcome.code()).as(outcome.output()).isZero();
    assertThat(Launcher.results(strange.resolve("out"))).isEqualTo(expected);
  }
}
