package io.ergodic.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path folder;

  @Test
  void aNewAndAnEmptyFolderCanBeClaimed() throws IOException {
    output("new/one").claim("small");
    assertThat(folder.resolve("new/one")).isEmptyDirectory();
    output("new/one").claim("other");
  }

  @Test
  void whatIsDescribedIsReadBackInOrder() throws IOException {
    OutputFolder output = output("out");
    output.claim("small");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Suite", "small");
    facts.put("Java", "17 \"quoted\"");
    facts.put("Ergodic", "1");
    output.describe(
        "small", "{\"name\":\"small\",\"n\":1.5}", List.of(view("b"), view("a")), facts);
    assertThat(output.suite()).isEqualTo("{\"name\":\"small\",\"n\":1.5}");
    assertThat(output.trials()).containsExactly(view("b"), view("a"));
    assertThat(output.provenance()).containsExactlyEntriesOf(facts);
    output.describe("small", "{}", List.of(), Map.of());
    assertThat(output.trials()).isEmpty();
    assertThat(folder.resolve("out/.suite.json")).doesNotExist();
  }

  @Test
  void aFolderBelongsToOneSuite() throws IOException {
    output("out").claim("small");
    output("out").describe("small", "{}", List.of(), Map.of());
    output("out").claim("small");
    refused("out", "other", "belongs to suite 'small', not to 'other'");
  }

  /** Each state in which a kill can leave the folder of a first run, and of a later one. */
  @Test
  void aKillAtAnyStepLeavesAFolderThatCanBeClaimedAgain() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    output("out").claim("small");
    Files.writeString(out.resolve(".lock"), "17");
    output("out").claim("small");
    Files.writeString(out.resolve(".suite.json"), "{\"name\": \"sm");
    Files.writeString(out.resolve(".suite.json.crc"), "of a run by an older Ergodic");
    output("out").claim("small");
    output("out").describe("small", "{}", List.of(view("a")), Map.of());
    Files.writeString(out.resolve(".suite.json"), "{\"name\": \"sm");
    output("out").claim("small");
    assertThat(output("out").trials()).containsExactly(view("a"));
    // After a checksum of the old content was left beside the new.
    Files.writeString(out.resolve(".suite.json.crc"), "of another content");
    output("out").describe("small", "{}", List.of(view("b")), Map.of());
    assertThat(output("out").trials()).containsExactly(view("b"));
  }

  @Test
  void foldersAndFilesOfOthersAreLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("full"));
    Files.writeString(folder.resolve("full/thesis.tex"), "");
    refused("full", "small", "thesis.tex");
    Files.writeString(folder.resolve("file"), "text");
    refused("file", "small", "is a file");
    assertThat(folder.resolve("file")).hasContent("text");
  }

  @Test
  void aFolderWithoutOrWithABrokenDescriptionIsNamed() throws IOException {
    assertThatThrownBy(() -> output("none").trials())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none")
        .hasMessageContaining("no output folder of a suite");
    Files.createDirectories(folder.resolve("broken"));
    Files.writeString(folder.resolve("broken/suite.json"), "{\"name\": \"sm");
    assertThatThrownBy(() -> output("broken").suite())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("suite.json")
        .hasMessageContaining("broken");
  }

  private void refused(String name, String suite, String message) {
    assertThatThrownBy(() -> output(name).claim(suite))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(message);
  }

  private static TrialView view(String system) {
    return new TrialView(
        "hash-" + system,
        "dynamics",
        "lorenz",
        system,
        3,
        List.of("d_stsp", "d_h"),
        Map.of("d_stsp", 0.25));
  }

  private OutputFolder output(String name) throws IOException {
    return new OutputFolder(folder.resolve(name).toUri().toString(), new Configuration(false));
  }
}
