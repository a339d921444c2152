package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads {@code systems} of a suite, where one may be built on another, whatever their order. */
final class Systems {
  private final Map<String, Settings> given;
  private final Map<String, SystemSpec> read = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();

  Systems(Settings settings) {
    this.given = settings.children();
  }

  /** All systems, in the order of the file. */
  Map<String, SystemSpec> all() {
    Map<String, SystemSpec> all = new LinkedHashMap<>();
    given.forEach((name, settings) -> all.put(name, get(name)));
    return all;
  }

  private SystemSpec get(String name) {
    SystemSpec known = read.get(name);
    if (known != null) {
      return known;
    }
    Settings settings = given.get(name);
    if (!underWay.add(name)) {
      throw new InvalidInputException(
          settings.path("base") + ": goes round in a circle: " + String.join(" -> ", underWay));
    }
    SystemSpec spec = SystemSpec.read(name, settings, base -> based(settings, base));
    underWay.remove(name);
    read.put(name, spec);
    return spec;
  }

  private SystemSpec based(Settings settings, String base) {
    if (!given.containsKey(base)) {
      throw settings.error(
          "base", "no system '" + base + "' here; " + NearestName.hint(base, given.keySet()));
    }
    return get(base);
  }
}
