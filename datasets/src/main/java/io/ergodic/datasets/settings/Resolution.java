package io.ergodic.datasets.settings;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was read of an object of settings, defaults included: the values that were in force, however
 * they were spelled or whether they were written at all.
 */
final class Resolution {
  private final Map<String, Object> values = new TreeMap<>();
  private final Map<String, Resolution> children = new TreeMap<>();
  private final Map<String, Reading> readings = new TreeMap<>();
  private final Map<String, Reading> explained = new TreeMap<>();
  private final Map<String, String> meanings = new TreeMap<>();

  Resolution child(String key) {
    return children.computeIfAbsent(key, k -> new Resolution());
  }

  void note(String key, Object value) {
    if (value instanceof double[] numbers) {
      values.put(key, Arrays.stream(numbers).boxed().toList());
    } else if (!(value instanceof Map)) {
      values.put(key, value);
    }
  }

  /** The first to ask with a default knows most: a getter may use another one. */
  void describe(String key, Reading reading) {
    readings.merge(key, reading, (before, now) -> before.equals(Reading.UNKNOWN) ? now : before);
  }

  void explain(String key, Reading reading) {
    explained.put(key, reading);
  }

  void explain(String key, String meaning) {
    meanings.put(key, meaning);
  }

  /** How each key was asked for, nested ones with dots. */
  Map<String, Reading> readings() {
    Map<String, Reading> all = new TreeMap<>(readings);
    all.putAll(explained);
    meanings.forEach((key, meaning) -> all.computeIfPresent(key, (k, r) -> r.meaning(meaning)));
    children.forEach(
        (key, child) -> {
          Map<String, Reading> below = child.readings();
          if (!below.isEmpty()) {
            all.remove(key);
          }
          below.forEach((name, reading) -> all.put(key + "." + name, reading));
        });
    return all;
  }

  private Map<String, Object> tree() {
    Map<String, Object> tree = new TreeMap<>(values);
    children.forEach(
        (key, child) -> {
          Map<String, Object> below = child.tree();
          if (!below.isEmpty()) {
            tree.put(key, below);
          }
        });
    return tree;
  }

  /** Canonical JSON: keys sorted, absent optional settings left out. */
  String json() {
    Map<String, Object> tree = tree();
    tree.values().removeIf(Objects::isNull);
    return ConfigValueFactory.fromMap(tree).render(ConfigRenderOptions.concise());
  }
}
