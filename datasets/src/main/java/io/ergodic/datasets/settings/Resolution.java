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
