package io.ergodic.jobs.train.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.jobs.data.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings that determine the result of a training, by path, for example {@code
 * averaging.workers}. A training resumes from a checkpoint only when its identity is equal.
 */
public record TrainingIdentity(Map<String, String> facts) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The identity of a training.
   *
   * @param source what is trained, as a JSON object
   * @param averaging how, as a JSON object
   * @param seed of the random draws of the steps
   */
  public static TrainingIdentity of(String source, String averaging, long seed) {
    ObjectNode root = MAPPER.createObjectNode();
    try {
      root.set("model", MAPPER.readTree(source));
      root.set("averaging", MAPPER.readTree(averaging));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
    root.put("seed", seed);
    return of(root);
  }

  static TrainingIdentity of(JsonNode root) {
    Map<String, String> facts = new TreeMap<>();
    flatten("", root, facts);
    return new TrainingIdentity(facts);
  }

  private static void flatten(String path, JsonNode node, Map<String, String> facts) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      facts));
    } else {
      facts.put(path, node.isTextual() ? node.asText() : node.toString());
    }
  }

  /** SHA-256 over all facts. */
  public String hash() {
    ContentHash hash = new ContentHash().add("ergodic averaging 1");
    new TreeMap<>(facts).forEach((path, value) -> hash.add(path).add(value));
    return hash.hex();
  }

  /** The differences in words: {@code averaging.workers was 4 and is 2}; empty when equal. */
  List<String> differencesFrom(TrainingIdentity former) {
    Set<String> paths = new TreeSet<>(facts.keySet());
    paths.addAll(former.facts.keySet());
    List<String> differences = new ArrayList<>();
    for (String path : paths) {
      String was = former.facts.getOrDefault(path, "not set");
      String is = facts.getOrDefault(path, "not set");
      if (!was.equals(is)) {
        differences.add(path + " was " + was + " and is " + is);
      }
    }
    // A trial's seeds derive from its other settings, so name them only when nothing else differs.
    List<String> telling =
        differences.stream().filter(d -> !d.matches("(model\\.)?seed was .*")).toList();
    return telling.isEmpty() ? differences : telling;
  }
}
