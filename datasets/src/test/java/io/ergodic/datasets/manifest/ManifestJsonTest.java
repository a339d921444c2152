package io.ergodic.datasets.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestJsonTest {
  private static Manifest manifest(String settings, String... splitOrder) throws Exception {
    Map<String, SplitCount> splits = new LinkedHashMap<>();
    for (String split : splitOrder) {
      splits.put(split, new SplitCount(1, split.length()));
    }
    return new Manifest(
        Manifest.VERSION,
        "lorenz",
        "0123456789abcdef0123456789abcdef",
        "npy",
        3,
        -7L,
        new ObjectMapper().readTree(settings),
        Schema.series(List.of("x", "y"), 0.01, 5, true, Map.of("lyapunov", 0.906, "period", 1.5)),
        List.of(new Shard("part-0.parquet", 4, 100, "ab")),
        splits,
        new Scaler(new double[] {0.1, -1e-300}, new double[] {1.0 / 3, 2}));
  }

  @Test
  void readsBackWhatItWrote() throws Exception {
    Manifest manifest = manifest("{\"b\":[1,{\"z\":0.1,\"a\":null}],\"a\":\"é\"}", "train");
    Manifest read = ManifestJson.read(ManifestJson.write(manifest), "here");
    assertThat(read).usingRecursiveComparison().isEqualTo(manifest);
    assertThat(ManifestJson.write(read)).isEqualTo(ManifestJson.write(manifest));
  }

  @Test
  void notesAreKeptAndLeftOutWhereThereAreNone() throws Exception {
    Manifest bare = manifest("{}", "train");
    assertThat(ManifestJson.write(bare)).doesNotContain("notes");
    Manifest noted =
        new Manifest(
            bare.version(),
            bare.name(),
            bare.hash(),
            bare.source(),
            bare.revision(),
            bare.seed(),
            bare.settings(),
            bare.schema(),
            bare.shards(),
            bare.splits(),
            bare.scaler(),
            List.of(),
            List.of("column unit is left out: it holds text"));
    Manifest read = ManifestJson.read(ManifestJson.write(noted), "here");
    assertThat(read.notes()).containsExactly("column unit is left out: it holds text");
  }

  @Test
  void textDoesNotDependOnTheOrderOfKeys() throws Exception {
    String one = ManifestJson.write(manifest("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}", "train", "test"));
    String two = ManifestJson.write(manifest("{\"b\":{\"d\":3,\"c\":2},\"a\":1}", "test", "train"));
    assertThat(one).isEqualTo(two).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void refusesWhatNoManifestCanSay() throws Exception {
    String text = ManifestJson.write(manifest("{}", "train"));
    Map<String, String> changes =
        Map.ofEntries(
            Map.entry("\"name\" : \"lorenz\"", "\"name\" : \"../evil\""),
            Map.entry("\"name\" : \"lorenz\" ", "\"name\" : null "),
            Map.entry("\"hash\" : \"[^\"]*\"", "\"hash\" : \"0123\""),
            Map.entry("\"source\" : \"npy\"", "\"source\" : null"),
            Map.entry("\"settings\" : \\{ \\}", "\"settings\" : 7"),
            Map.entry("part-0.parquet", "../../part-0.parquet"),
            Map.entry("\"rows\" : 4", "\"rows\" : -4"),
            Map.entry("\"train\" : \\{", "\"training\" : {"),
            Map.entry("\"samples\" : 5", "\"samples\" : -5"),
            Map.entry("\"dimension\" : 2", "\"dimension\" : 2000000000"),
            Map.entry("\"kind\" : \"series\"", "\"kind\" : \"images\""),
            Map.entry("\"mean\" : \\[", "\"mean\" : [ 4,"));
    changes.forEach(
        (from, to) -> {
          String changed = text.replaceFirst(from.strip(), to.strip());
          assertThat(changed).as(from).isNotEqualTo(text);
          assertThatThrownBy(() -> ManifestJson.read(changed, "d/m.json"))
              .as(to)
              .isInstanceOf(InvalidInputException.class)
              .hasMessageStartingWith("d/m.json: ");
        });
  }

  @Test
  void keepsNumbersThatAreNotFinite() throws Exception {
    Manifest manifest = manifest("{}", "train");
    manifest.scaler().mean()[0] = Double.NaN;
    assertThat(ManifestJson.read(ManifestJson.write(manifest), "here").scaler().mean()[0]).isNaN();
  }

  @Test
  void refusesAnotherVersionAndBrokenText() throws Exception {
    String text = ManifestJson.write(manifest("{}", "train"));
    assertThatThrownBy(
            () -> ManifestJson.read(text.replace("\"version\" : 1", "\"version\" : 9"), "d/m.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("d/m.json")
        .hasMessageContaining("version 9")
        .hasMessageContaining("version 1");
    assertThatThrownBy(() -> ManifestJson.read(text.substring(0, text.length() / 2), "d/m.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("d/m.json: a damaged manifest");
    assertThatThrownBy(() -> ManifestJson.read(text.replace("\"shards\"", "\"shard\""), "d/m.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("shard");
    assertThatThrownBy(() -> ManifestJson.read("", "d/m.json"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void readsTheManifestOfAFolder(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> ManifestJson.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(Manifest.FILE);
    Files.writeString(
        folder.resolve(Manifest.FILE), ManifestJson.write(manifest("{}", "train", "test")));
    assertThat(ManifestJson.read(folder).splits()).containsOnlyKeys("train", "test");
  }
}
