package io.ergodic.datasets.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ergodic.datasets.settings.InvalidInputException;

/** Manifests as JSON: indented, maps sorted by key, the same manifest the same bytes. */
public final class ManifestJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestJson() {}

  /** The manifest as text, ending in a line feed. */
  public static String write(Manifest manifest) {
    try {
      return MAPPER.writeValueAsString(manifest) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param where the file, for messages
   * @throws InvalidInputException for broken JSON or another version of the format
   */
  public static Manifest read(String text, String where) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      int version = tree.path("version").asInt();
      if (version != Manifest.VERSION) {
        throw new InvalidInputException(
            where
                + ": manifest of version "
                + version
                + ", but this build reads version "
                + Manifest.VERSION
                + "; generate the dataset anew");
      }
      return MAPPER.treeToValue(tree, Manifest.class);
    } catch (JsonProcessingException broken) {
      throw new InvalidInputException(
          where + ": not a manifest: " + broken.getOriginalMessage(), broken);
    }
  }
}
