package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  private static final Map<String, String> SPARK =
      Map.of(
          "spark.master", "local[2]",
          "spark.app.name", "test",
          "spark.ui.enabled", "false",
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1");

  private record Answer(int status, String out, String err) {}

  @TempDir Path folder;

  @BeforeAll
  static void configure() {
    SPARK.forEach(System::setProperty);
  }

  @AfterAll
  static void restore() {
    SPARK.keySet().forEach(System::clearProperty);
  }

  @Test
  void makesAListPastItsFailuresAndMakesItAgain() throws IOException {
    Path file = folder.resolve("tiny.conf");
    Files.writeString(
        file,
        "datasets.tiny { source = chaos, systems = [Lorenz, Henon, Tinkerbell], length = 40\n"
            + "  trajectories { train = 2, validation = 0, test = 0 }\n"
            + "  overrides { Henon.parameters.a = [1.4, 3], Tinkerbell.parameters.a = 9 } }\n"
            + "datasets.other { source = seasonal, length = 200 }\n");
    String out = folder.resolve("out").toString();
    Answer made = run("generate", file.toString(), "--out", out, "tiny");
    assertThat(made.status()).isEqualTo(2);
    assertThat(made.out())
        .contains("tiny-Henon: ")
        .contains("(2 series, 80 samples, ")
        .contains("; 2 series failed")
        .contains("tiny-Tinkerbell: NOT MADE: datasets.tiny: none of the 2 series")
        .contains("2 datasets: 4 series, 160 samples")
        .contains("2 series failed {divergence=2}; the manifests have each of them")
        .contains("1 datasets could not be made")
        .doesNotContain("other");

    Answer again = run("generate", "--from", out);
    assertThat(again.status()).isZero();
    assertThat(again.out()).endsWith("2 of 2 datasets made again to the same bits\n");
    try (Stream<Path> folders = Files.list(Path.of(out))) {
      List<Path> kept = folders.toList();
      assertThat(kept).hasSize(2).noneMatch(path -> path.getFileName().toString().startsWith("."));
      Path henon = kept.stream().filter(p -> p.toString().contains("Henon")).findFirst().get();
      Answer described = run("describe", henon.toString(), "--verify");
      assertThat(described.out())
          .contains("train series 000002: divergence of Henon{a=3.0, b=0.3} at time ")
          .contains("parameters of each series: [a, b]")
          .contains("all shards are as written");
    }
  }

  @Test
  void whatReadingDecidedIsSaidAndKept() throws IOException {
    StringBuilder text = new StringBuilder("when;load;unit\n");
    for (int hour = 0; hour < 48; hour++) {
      text.append("2024-01-0" + (1 + hour / 24) + " " + hour % 24 + ":00;" + hour + ",5;kW\n");
    }
    Path table = Files.writeString(folder.resolve("load.csv"), text);
    Path file = folder.resolve("load.conf");
    Files.writeString(file, "datasets.load { source = csv, path = load.csv }\n");
    String[] notes = {
      "fields are separated by semicolon",
      "a step of 1 hour, from 2024-01-01 00:00:00 to 2024-01-02 23:00:00",
      "the decimal sign is a comma, as in '0,5' (line 2, column load)",
      "column unit is left out: it holds text, such as 'kW' (line 2)"
    };
    Path out = folder.resolve("out");
    assertThat(run("generate", file.toString(), "--out", out.toString()).out()).contains(notes);
    try (Stream<Path> made = Files.list(out)) {
      assertThat(run("describe", made.findFirst().get().toString()).out()).contains(notes);
    }
    Answer described = run("describe", table.toString());
    assertThat(described.status()).isZero();
    assertThat(described.out())
        .contains(notes)
        .contains("read as      UTF-8, separated by semicolon")
        .contains("column       load: 48 numbers from 0.5 to 47.5")
        .contains("column       unit: 48 texts ('kW' in line 2)")
        .contains("first rows   line 2: 2024-01-01 0:00 | 0,5 | kW")
        .contains("last rows    line 49: 2024-01-02 23:00 | 47,5 | kW")
        .contains("variables    1 in 48 rows: [load]");
    Answer refused = run("describe", table.toString(), "--set", "columns=unit");
    assertThat(refused.status()).isZero();
    assertThat(refused.out()).contains("refused      load.csv.columns: column unit holds text");
    assertThat(run("describe", table.toString(), "--set", "colums=unit").err())
        .contains("load.csv.colums: unknown key; did you mean 'columns'?");
    assertThat(run("describe", file.toString()).err()).contains("nothing here describes");
  }

  @Test
  void saysWhatItNeeds() throws IOException {
    assertThat(run("generate").err()).contains("either a FILE or --from MANIFEST is needed");
    assertThat(run("generate", "--from", folder.toString()).err()).contains("no dataset here");
    Path file = folder.resolve("bad.conf");
    Files.writeString(file, "datasets.x { source = flow, system = Lorenz, parameters.r = 2 }");
    Answer refused = run("generate", file.toString(), "--out", folder.toString());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("datasets.x.parameters.r: no parameter of Lorenz; did you mean 'rho'?");
    assertThat(run("generate", file.toString(), "y").err()).contains("no dataset 'y' here");
  }

  private static Answer run(String... arguments) {
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = Ergodic.execute(arguments);
      return new Answer(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }
}
