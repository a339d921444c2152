package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeIT {
  @TempDir Path folder;

  @Test
  void aKilledRunStartedAgainEndsWithTheSameResults() throws Exception {
    String suite = Launcher.SMALL.toString();
    File log = folder.resolve("killed.txt").toFile();
    Process process = Launcher.start(folder, log, "run", suite, "--out", "killed");
    Path trials = folder.resolve("killed/trials");
    while (finished(trials) < 4) {
      assertThat(process.isAlive()).as(Launcher.read(log)).isTrue();
      Thread.sleep(20);
    }
    process.destroyForcibly().waitFor();
    long before = finished(trials);
    assertThat(folder.resolve("killed/results.csv")).doesNotExist();

    Launcher.Outcome again = Launcher.run(folder, "run", suite, "--out", "killed");
    assertThat(again.code()).as(again.output()).isZero();
    assertThat(again.output()).containsPattern("[1-9]\\d* trained before");
    Launcher.Outcome whole = Launcher.run(folder, "run", suite, "--out", "whole");
    assertThat(whole.code()).as(whole.output()).isZero();
    assertThat(Launcher.results(folder.resolve("killed")))
        .isEqualTo(Launcher.results(folder.resolve("whole")));
  }

  private static long finished(Path trials) throws IOException {
    if (!Files.isDirectory(trials)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(trials)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json") && !name.startsWith("."))
          .count();
    }
  }
}
