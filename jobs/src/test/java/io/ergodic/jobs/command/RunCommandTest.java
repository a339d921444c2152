package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.jobs.testing.StrickenFamily;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cron job or a scheduler sees of a run: its code, its lines and its progress file. */
class RunCommandTest {
  private static final String[] LOOPBACK = {"spark.driver.host", "spark.driver.bindAddress"};
  private static final String SUITE =
      """
      name = watched
      datasets.lorenz { source = flow, system = Lorenz, length = 500, transient = 5, seed = 7
                        trajectories { train = 1, validation = 1, test = 1 } }
      systems {
        fine { family = stricken }
        failing { family = stricken, error = throws, times = 1000 }
        broken { family = stricken, error = disk, times = 3 }
      }
      experiments.free { task = reconstruction, datasets = [lorenz], seeds = [1]
                         systems = [fine, failing, broken], metrics = [pe_1], floor = false }
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Path suite;

  @BeforeEach
  void prepare() throws IOException {
    for (String key : LOOPBACK) {
      System.setProperty(key, "127.0.0.1");
    }
    StrickenFamily.heal();
    suite = Files.writeString(folder.resolve("watched.conf"), SUITE);
  }

  @AfterEach
  void clear() {
    for (String key : LOOPBACK) {
      System.clearProperty(key);
    }
  }

  @Test
  void codesLinesAndProgressTellHowItWent() throws IOException {
    assertThat(run("--strict")).as("an error goes before a failure").isEqualTo(4);
    List<JsonNode> first = events(0);
    assertThat(names(first)).startsWith("start", "dataset", "plan").endsWith("report", "end");
    assertThat(first.get(0).path("suite").asText()).isEqualTo("watched");
    assertThat(first.get(1).path("made").asBoolean()).isTrue();
    assertThat(first.get(2).path("to_train").asInt()).isEqualTo(3);
    assertThat(outcomes(first))
        .containsExactlyInAnyOrder(
            "free/lorenz/fine/1 ok", "free/lorenz/failing/1 failed", "free/lorenz/broken/1 error");
    assertThat(first)
        .filteredOn(event -> event.path("outcome").asText().equals("error"))
        .singleElement()
        .satisfies(e -> assertThat(e.path("reason").asText()).isEqualTo("No space left on device"));
    assertThat(names(first)).filteredOn("trial_postponed"::equals).hasSize(1);
    // Three trials, and one of them twice more.
    assertThat(names(first)).filteredOn("trial_started"::equals).hasSize(5);
    assertThat(started(first)).isEqualTo(3);
    JsonNode end = first.get(first.size() - 1);
    assertThat(end.path("code").asInt()).isEqualTo(4);
    assertThat(end.path("ok").asInt()).isEqualTo(1);
    assertThat(end.path("failed").asInt()).isEqualTo(1);
    assertThat(end.path("errors").asInt()).isEqualTo(1);
    for (String line : shown.toString(StandardCharsets.UTF_8).lines().toList()) {
      boolean table = line.isEmpty() || line.startsWith("free: ") || line.startsWith("  ");
      assertThat(table || line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d .*"))
          .as(line)
          .isTrue();
    }

    // The error has passed: it is taken up without being asked for, the failure is not.
    assertThat(run("--strict")).isEqualTo(3);
    List<JsonNode> second = events(first.size());
    assertThat(second.get(1).path("made").asBoolean()).isFalse();
    assertThat(outcomes(second)).containsExactly("free/lorenz/broken/1 ok");
    assertThat(run()).as("a failure is a result").isZero();
    assertThat(names(events(first.size() + second.size())))
        .containsExactly("start", "dataset", "plan", "report", "end");
  }

  @Test
  void aRunThatBreaksOffHasItsEnd() throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("else.txt"), "x");
    assertThat(run()).isEqualTo(2);
    List<JsonNode> events = events(0);
    assertThat(names(events)).containsExactly("start", "end");
    assertThat(events.get(1).path("code").asInt()).isEqualTo(2);
    assertThat(events.get(1).path("reason").asText()).contains("is not empty");
  }

  @Test
  void aProgressFileThatCannotBeWrittenIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("progress.jsonl"));
    assertThat(run()).isEqualTo(2);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                suite.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--progress-file",
                folder.resolve("progress.jsonl").toString()));
    arguments.addAll(List.of(more));
    PrintStream before = System.out;
    System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try {
      return Ergodic.execute(arguments.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
  }

  /** The events from a line on; each has a version and a time. */
  private List<JsonNode> events(int from) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("progress.jsonl"))) {
      JsonNode event = new ObjectMapper().readTree(line);
      assertThat(event.path("version").asInt()).isEqualTo(1);
      assertThat(OffsetDateTime.parse(event.path("time").asText())).isNotNull();
      events.add(event);
    }
    return events.subList(from, events.size());
  }

  private static List<String> names(List<JsonNode> events) {
    return events.stream().map(event -> event.path("event").asText()).toList();
  }

  private static List<String> outcomes(List<JsonNode> events) {
    return events.stream()
        .filter(event -> event.path("event").asText().equals("trial_ended"))
        .map(event -> event.path("trial").asText() + " " + event.path("outcome").asText())
        .toList();
  }

  /** How many different trials have started before they ended. */
  private static long started(List<JsonNode> events) {
    List<String> begun = new ArrayList<>();
    long count = 0;
    for (JsonNode event : events) {
      String hash = event.path("hash").asText();
      if (event.path("event").asText().equals("trial_started")) {
        begun.add(hash);
      } else if (event.path("event").asText().equals("trial_ended")) {
        count += begun.contains(hash) ? 1 : 0;
      }
    }
    return count;
  }
}
