package io.ergodic.jobs.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Settings laid over others, object by object. Where the upper object names another {@code kind} or
 * {@code name} than the lower one, nothing of the lower one stays, for it was meant for its kind; a
 * plain word stands for an object of that kind.
 */
final class Inheritance {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> SORTS = List.of("kind", "name");

  private Inheritance() {}

  /** Both as JSON objects; the result too. */
  static String merge(String over, String under) {
    try {
      return merge(MAPPER.readTree(over), MAPPER.readTree(under)).toString();
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("settings are no JSON", broken);
    }
  }

  private static JsonNode merge(JsonNode over, JsonNode under) {
    if (over.isObject() && under.isTextual() && !over.has("name")) {
      return merge(over, MAPPER.createObjectNode().set("kind", under));
    }
    if (over.isTextual() && under.isObject() && over.equals(under.get("kind"))) {
      return under;
    }
    if (!over.isObject() || !under.isObject() || ofOtherSort(over, under)) {
      return over;
    }
    ObjectNode merged = ((ObjectNode) under).deepCopy();
    over.fields()
        .forEachRemaining(
            field -> {
              JsonNode below = under.get(field.getKey());
              JsonNode value = field.getValue();
              merged.set(field.getKey(), below == null ? value : merge(value, below));
            });
    return merged;
  }

  private static boolean ofOtherSort(JsonNode over, JsonNode under) {
    return SORTS.stream().anyMatch(key -> over.has(key) && !over.get(key).equals(under.get(key)));
  }
}
