package io.ergodic.datasets.chaos.collection;

import io.ergodic.datasets.chaos.collection.Catalogued.Flag;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The key {@code systems}: {@code all} (flows and delay equations), a list of names, or an object
 *
 * <pre>
 * { kinds = [flow, delay], dimension = 3, with = [stiff], without = [discontinuous], except = [Lorenz] }
 * </pre>
 *
 * with any of these keys.
 */
final class SystemChoice {
  private static final List<String> KINDS =
      List.of(Catalogued.FLOW, Catalogued.DELAY, Catalogued.MAP);
  private static final List<String> USUAL = List.of(Catalogued.FLOW, Catalogued.DELAY);

  private SystemChoice() {}

  static List<Catalogued> read(Settings settings) {
    Map<String, Catalogued> all = Catalogued.all();
    List<Catalogued> chosen =
        settings.isObject("systems")
            ? filtered(settings.child("systems"), all)
            : named(settings, all);
    if (chosen.isEmpty()) {
      throw settings.error("systems", "no system of the catalogue fits");
    }
    return chosen;
  }

  private static List<Catalogued> named(Settings settings, Map<String, Catalogued> all) {
    List<String> names = settings.strings("systems");
    if (names.equals(List.of("all"))) {
      return all.values().stream().filter(system -> USUAL.contains(system.source())).toList();
    }
    List<Catalogued> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(known(settings, "systems", name, all));
    }
    if (new LinkedHashSet<>(names).size() < names.size()) {
      throw settings.error("systems", "names a system twice");
    }
    return chosen;
  }

  private static List<Catalogued> filtered(Settings filter, Map<String, Catalogued> all) {
    List<String> kinds = filter.strings("kinds", USUAL);
    for (String kind : kinds) {
      if (!KINDS.contains(kind)) {
        throw filter.error(
            "kinds", "unknown kind '" + kind + "'; " + NearestName.hint(kind, KINDS));
      }
    }
    int dimension = filter.integer("dimension", 0, 1, Integer.MAX_VALUE);
    Set<Flag> with = flags(filter, "with");
    Set<Flag> without = flags(filter, "without");
    Set<String> except = new LinkedHashSet<>(filter.strings("except", List.of()));
    except.forEach(name -> known(filter, "except", name, all));
    filter.rejectUnknown();
    return all.values().stream()
        .filter(system -> kinds.contains(system.source()))
        .filter(system -> dimension == 0 || system.dimension() == dimension)
        .filter(system -> system.flags().containsAll(with))
        .filter(system -> system.flags().stream().noneMatch(without::contains))
        .filter(system -> !except.contains(system.name()))
        .toList();
  }

  private static Set<Flag> flags(Settings filter, String key) {
    List<String> known = Arrays.stream(Flag.values()).map(Flag::label).toList();
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (String label : filter.strings(key, List.of())) {
      int index = known.indexOf(label);
      if (index < 0) {
        throw filter.error(key, "unknown flag '" + label + "'; " + NearestName.hint(label, known));
      }
      flags.add(Flag.values()[index]);
    }
    return flags;
  }

  private static Catalogued known(
      Settings settings, String key, String name, Map<String, Catalogued> all) {
    Catalogued system = all.get(name);
    if (system == null) {
      throw settings.error(
          key, "unknown system '" + name + "'; " + NearestName.hint(name, all.keySet()));
    }
    return system;
  }
}
