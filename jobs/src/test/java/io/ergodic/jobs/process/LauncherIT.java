package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
  @TempDir Path folder;

  @Test
  void printsTheCatalogueAsJsonLines() throws Exception {
    Launcher.Outcome outcome = Launcher.run(folder, "systems", "--json");
    assertThat(outcome.code()).isZero();
    ObjectMapper mapper = new ObjectMapper();
    assertThat(outcome.output().lines()).hasSizeGreaterThan(10);
    for (String line : outcome.output().lines().toList()) {
      JsonNode system = mapper.readTree(line);
      assertThat(system.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("id", "title", "engine", "capabilities", "paper");
      assertThat(system.get("capabilities")).isNotEmpty();
    }
  }

  @Test
  void everyCommandHasHelp() throws Exception {
    Launcher.Outcome all = Launcher.run(folder, "--help");
    assertThat(all.code()).isZero();
    for (String command :
        new String[] {
          "systems",
          "datasets",
          "generate",
          "describe",
          "run",
          "report",
          "export",
          "predict",
          "clean",
          "new",
          "try"
        }) {
      assertThat(all.output()).contains(command);
      Launcher.Outcome help = Launcher.run(folder, command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.output()).contains("Usage: ergodic " + command);
    }
  }

  @Test
  void aMistakeIsOneMessageAndACode() throws Exception {
    Path suite = folder.resolve("suite.conf");
    Files.writeString(
        suite, Files.readString(Launcher.SMALL).replace("system = Lorenz", "system = Lorens"));
    Launcher.Outcome outcome = Launcher.run(folder, "run", suite.toString());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("datasets.lorenz.system")
        .contains("did you mean 'Lorenz'")
        .doesNotContain("\tat ");
    for (String master : new String[] {"foo://x", "local[0]", "local[x]"}) {
      Launcher.Outcome refused = Launcher.run(folder, "run", suite.toString(), "--master", master);
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.output()).startsWith("ergodic: --master " + master).hasLineCount(1);
    }
  }

  @Test
  void settingsReachTheSuiteAndResultsCanBeExported() throws Exception {
    Launcher.Outcome run =
        Launcher.run(
            folder,
            "run",
            Launcher.SMALL.toString(),
            "--master",
            "local[1]",
            "--set",
            "experiments.chaos.seeds=[5]",
            "--set",
            "experiments.series=null",
            "--set",
            "experiments.images=null");
    assertThat(run.output()).contains("report: ");
    assertThat(run.code()).isZero();
    Path output = folder.resolve("out/small");
    assertThat(Launcher.results(output)).anyMatch(row -> row.startsWith("lorenz,nvar,5,d_stsp,"));
    assertThat(Launcher.run(folder, "export", "out/small").code()).isZero();
    JsonNode notebook = new ObjectMapper().readTree(output.resolve("small.ipynb").toFile());
    assertThat(notebook.path("nbformat").asInt()).isEqualTo(4);
    assertThat(Launcher.run(folder, "describe", "out/small").output()).contains("nvar");
  }
}
