package io.ergodic.datasets.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * Reads and writes {@code manifest.json}. Equal manifests give equal text on every platform: keys
 * of maps and settings are sorted, records keep the order of their components, numbers are written
 * as {@link Double#toString(double)} does and lines end with a line feed.
 */
public final class ManifestJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private ManifestJson() {}

  /** The text of {@code manifest.json}. */
  public static String write(Manifest manifest) {
    try {
      ObjectNode tree = MAPPER.valueToTree(manifest);
      if (manifest.settings() != null) {
        tree.set("settings", sorted(manifest.settings()));
      }
      return WRITER.writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Parses the text of a manifest.
   *
   * @param where the file it came from, for messages
   * @throws InvalidInputException for broken JSON, a missing or unknown field, another version
   */
  public static Manifest read(String text, String where) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.isObject()) {
        throw new DamagedFileException(where + ": not a dataset manifest: no JSON object");
      }
      JsonNode version = tree.path("version");
      if (!version.isInt() || version.intValue() != Manifest.VERSION) {
        throw new InvalidInputException(
            where
                + ": a manifest of version "
                + (version.isMissingNode() ? "(none given)" : version)
                + "; this program reads version "
                + Manifest.VERSION
                + ". Generate the dataset again.");
      }
      ObjectNode complete = (ObjectNode) tree;
      // Left out where empty, so that a dataset without any reads as it always did.
      empty(complete, "failures");
      empty(complete, "notes");
      if (complete.get("schema") instanceof ObjectNode schema) {
        empty(schema, "parameters");
        if (!schema.has("sizes")) {
          schema.putObject("sizes");
        }
      }
      Manifest manifest = MAPPER.treeToValue(complete, Manifest.class);
      ManifestCheck.check(manifest, where);
      return manifest;
    } catch (JsonProcessingException broken) {
      throw new DamagedFileException(
          where
              + ": a damaged manifest: "
              + broken.getOriginalMessage()
              + (broken.getLocation() == null
                  ? ""
                  : " (line " + broken.getLocation().getLineNr() + ")"),
          broken);
    }
  }

  private static void empty(ObjectNode node, String list) {
    if (!node.has(list)) {
      node.putArray(list);
    }
  }

  /** Reads {@code manifest.json} of a dataset folder, or the manifest file itself. */
  public static Manifest read(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(Manifest.FILE) : path;
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(file + ": no such file; is this the folder of a dataset?");
    }
    return read(Files.readString(file), file.toString());
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      TreeSet<String> names = new TreeSet<>();
      node.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> copy.set(name, sorted(node.get(name))));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(sorted(element)));
      return copy;
    }
    return node;
  }
}
