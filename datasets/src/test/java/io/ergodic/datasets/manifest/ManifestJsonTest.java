package io.ergodic.datasets.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestJsonTest {
  @Test
  void readsWhatItWrote() throws IOException {
    Manifest manifest = manifest(Schema.series(List.of("x", "µ"), 0.1, 3, true, Map.of("b", 0.3)));
    String text = ManifestJson.write(manifest);
    Manifest read = ManifestJson.read(text, "here");

    assertThat(read).usingRecursiveComparison().isEqualTo(manifest);
    assertThat(ManifestJson.write(read)).isEqualTo(text).endsWith("}\n");
  }

  @Test
  void readsImages() throws IOException {
    Manifest manifest = manifest(Schema.images(28, 28, 1, List.of("cat", "dog")));

    assertThat(ManifestJson.read(ManifestJson.write(manifest), "here"))
        .usingRecursiveComparison()
        .isEqualTo(manifest);
  }

  @Test
  void refusesOtherVersionsAndBrokenText() throws IOException {
    String text = ManifestJson.write(manifest(Schema.images(1, 1, 1, List.of())));

    assertRefused(text.replace("\"version\" : 1", "\"version\" : 2"), "of version 2");
    assertRefused(text.substring(0, text.length() / 2), "not a manifest");
    assertRefused(text.replace("\"seed\"", "\"sead\""), "not a manifest");
    assertRefused(text + "{}", "not a manifest");
    assertRefused("{ \"version\" : 1 }", "not a manifest");
    assertRefused("", "version");
  }

  @Test
  void namesTheFolderByNameAndHash() {
    assertThat(Manifest.folder("etth1", "0123456789abcdef0123"))
        .isEqualTo("etth1-0123456789abcdef");
  }

  private static void assertRefused(String text, String problem) {
    assertThatThrownBy(() -> ManifestJson.read(text, "data/manifest.json"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("data/manifest.json: ")
        .hasMessageContaining(problem);
  }

  private static Manifest manifest(Schema schema) throws IOException {
    JsonNode settings = new ObjectMapper().readTree("{\"b\":1.5,\"a\":[true,null]}");
    return new Manifest(
        Manifest.VERSION,
        "name",
        "ab".repeat(32),
        "csv",
        3,
        Long.MIN_VALUE,
        settings,
        schema,
        List.of(new Shard("shard-00000.parquet", 5, 1L << 40, "cd".repeat(32))),
        Map.of("train", new SplitCount(1, 10), "test", new SplitCount(2, 7)),
        new Scaler(new double[] {0.1, -1e-300}, new double[] {1.0 / 3, 5e300}));
  }
}
