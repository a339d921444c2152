package io.ergodic.datasets.settings;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which keys of an object were asked for: all others are mistakes. */
final class AskedKeys {
  private final Config config;
  private final CheckedConfig checked;
  private final Set<String> asked = new TreeSet<>();

  AskedKeys(Config config, CheckedConfig checked) {
    this.config = config;
    this.checked = checked;
  }

  /** The keys there are. */
  Set<String> present() {
    return new TreeSet<>(config.root().keySet());
  }

  void add(String key) {
    asked.add(key);
  }

  /** Refuses every key but these, whether it was asked for or not. */
  void only(List<String> known) {
    for (String key : present()) {
      if (!known.contains(key)) {
        throw checked.error(key, "unknown key; " + NearestName.hint(key, known));
      }
    }
  }

  /** Refuses every key that was not asked for. */
  void rejectOthers() {
    for (String key : present()) {
      if (!asked.contains(key)) {
        throw checked.error(key, "unknown key; " + NearestName.hint(key, asked));
      }
    }
  }

  /** A key nobody asked for that is nearly one that is missing is what went wrong. */
  void refuseMisspelled(String missing) {
    for (String key : present()) {
      if (!asked.contains(key) && NearestName.similar(key, missing)) {
        throw checked.error(key, "unknown key; did you mean '" + missing + "', which is required?");
      }
    }
  }
}
