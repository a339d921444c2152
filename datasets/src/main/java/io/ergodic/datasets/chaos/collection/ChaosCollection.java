package io.ergodic.datasets.chaos.collection;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetCollection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The collection {@code chaos}: a dataset for every system of {@code systems} ({@link
 * SystemChoice}) and every combination of {@code variants}, an object of objects of settings:
 *
 * <pre>variants {
 *   granularity { coarse { pointsPerPeriod = 15, length = 180 }, fine { length = 1200 } }
 *   noise { clean {}, noisy { observationNoise = 0.2 } }
 * }</pre>
 *
 * gives {@code NAME-Lorenz-coarse-clean} and three others. {@code overrides.SYSTEM} are settings of
 * one system. All other keys are those of the sources {@code flow}, {@code delay} and {@code map}.
 * The seed of a member is derived from its system: variants of a system show the same trajectories,
 * and adding a system changes no other.
 */
@AutoService(DatasetCollection.class)
public final class ChaosCollection implements DatasetCollection {
  private record Variant(String label, Settings settings) {}

  @Override
  public String name() {
    return "chaos";
  }

  @Override
  public String description() {
    return "A dataset for each of a list of flows, delay equations or maps, in any variants";
  }

  @Override
  public List<Member> members(Settings settings, long seed) {
    List<Catalogued> systems = SystemChoice.read(settings);
    List<Variant> variants = variants(settings);
    Map<String, Settings> overrides = settings.child("overrides").children();
    List<String> names = systems.stream().map(Catalogued::name).toList();
    for (String name : overrides.keySet()) {
      if (!names.contains(name)) {
        throw settings
            .child("overrides")
            .error(name, "not among the systems; " + NearestName.hint(name, names));
      }
    }
    Settings shared = settings.without("systems").without("variants").without("overrides");
    List<Member> members = new ArrayList<>();
    for (Catalogued system : systems) {
      Settings own = overrides.getOrDefault(system.name(), Settings.empty(settings.path()));
      Settings named = Settings.parse("system = \"" + system.name() + "\"", settings.path());
      long systemSeed = RandomStreams.derive(seed, "system", system.name());
      for (Variant variant : variants) {
        Settings all =
            named.withFallback(own).withFallback(variant.settings()).withFallback(shared);
        String label = system.name() + variant.label();
        members.add(new Member(label, system.source(), systemSeed, all));
      }
    }
    return members;
  }

  private static List<Variant> variants(Settings settings) {
    List<Variant> combined = List.of(new Variant("", Settings.empty(settings.path())));
    Map<String, Settings> groups = new LinkedHashMap<>(settings.child("variants").children());
    for (Map.Entry<String, Settings> group : groups.entrySet()) {
      List<Variant> next = new ArrayList<>();
      for (Variant before : combined) {
        group
            .getValue()
            .children()
            .forEach(
                (label, own) -> {
                  check(group.getValue(), label);
                  next.add(
                      new Variant(
                          before.label() + "-" + label, before.settings().withFallback(own)));
                });
      }
      if (next.isEmpty()) {
        throw settings.child("variants").error(group.getKey(), "holds no variant");
      }
      combined = next;
    }
    return combined;
  }

  private static void check(Settings group, String label) {
    if (!label.matches("[A-Za-z0-9._-]+")) {
      throw group.error(label, "must be letters, digits, '.', '_' and '-'");
    }
  }
}
