package io.ergodic.datasets.settings;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The keys of an object in the order they stand in their file: a configuration object itself has
 * none. What is not from a file, such as a value of the command line, keeps the order of the names,
 * and moves nothing that is.
 */
final class FileOrder {
  private FileOrder() {}

  static List<String> of(ConfigObject object) {
    List<String> keys = new ArrayList<>(object.keySet());
    keys.sort(
        Comparator.comparingInt((String key) -> line(object.get(key)))
            .thenComparing(Comparator.naturalOrder()));
    return keys;
  }

  /** The first line that anything in the value stands in; the largest integer when it has none. */
  private static int line(ConfigValue value) {
    if (value instanceof ConfigObject object && !object.isEmpty()) {
      return first(object.values());
    }
    if (value instanceof ConfigList list && !list.isEmpty()) {
      return first(list);
    }
    int line = value.origin().lineNumber();
    return value.origin().filename() == null || line < 1 ? Integer.MAX_VALUE : line;
  }

  private static int first(Collection<ConfigValue> values) {
    return values.stream().mapToInt(FileOrder::line).min().orElse(Integer.MAX_VALUE);
  }
}
