package io.ergodic.jobs.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.RecordSettings;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.registry.SettingDescription;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.tryout.TryoutSchema;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every key of a system with the value in force, default, range and meaning. The keys are those its
 * family asks for on the data it is tried on: nothing that is written here could be forgotten
 * there.
 */
final class SystemKeys {
  private SystemKeys() {}

  /** A key. */
  private record Key(String name, String value, SettingDescription description) {}

  static void print(String name, PrintWriter out, boolean json) throws IOException {
    SystemSpec system = SystemSpec.of(name);
    List<Key> keys = keys(system);
    if (json) {
      for (Key key : keys) {
        out.println(new ObjectMapper().writeValueAsString(object(key)));
      }
      return;
    }
    Family family = Catalogue.family(system.family(), system.path());
    out.println(name + ": " + family.title() + " (family " + family.name() + ")");
    for (Key key : keys) {
      SettingDescription about = key.description();
      String range = about.range().isEmpty() ? "" : " (" + about.range() + ")";
      out.printf("  %-34s %-18s %s%s%n", key.name(), key.value(), about.meaning(), range);
    }
  }

  private static ObjectNode object(Key key) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("key", key.name());
    node.put("value", key.value());
    node.put("type", key.description().type());
    node.put("default", key.description().fallback());
    node.put("range", key.description().range());
    node.put("meaning", key.description().meaning());
    return node;
  }

  private static List<Key> keys(SystemSpec system) throws IOException {
    Settings settings = system.familySettings();
    Family family = Catalogue.family(system.family(), system.path());
    if (family instanceof DistributedFamily distributed) {
      distributed.create(settings);
    } else {
      ((ModelFamily) family).create(TryoutSchema.context(system.name()), settings);
    }
    Map<String, SettingDescription> known = new TreeMap<>();
    family.settings().forEach(one -> known.put(one.key(), one));
    List<Key> keys = new ArrayList<>();
    collect(new ObjectMapper().readTree(settings.resolved()), "", "", known, keys);
    return keys;
  }

  /** Walks the values in force; where one is a kind, its record describes what lies below. */
  private static void collect(
      JsonNode node,
      String prefix,
      String described,
      Map<String, SettingDescription> known,
      List<Key> keys) {
    String kind = node.path("kind").asText(node.path("name").asText(""));
    Map<String, SettingDescription> here = new TreeMap<>(known);
    if (!kind.isEmpty()) {
      for (Kind registered : Registry.providers(Kind.class, "kind")) {
        if (registered.name().equals(kind)) {
          RecordSettings.describe(registered.type())
              .forEach(one -> here.putIfAbsent(described + one.key(), one));
          here.putIfAbsent(
              described + "kind",
              new SettingDescription("kind", "word", "", "", registered.summary()));
        }
      }
    }
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      String key = prefix + field.getKey();
      if (field.getValue().isObject()) {
        collect(field.getValue(), key + ".", described + field.getKey() + ".", here, keys);
      } else {
        SettingDescription about = here.get(described + field.getKey());
        keys.add(
            new Key(
                key,
                field.getValue().isTextual()
                    ? field.getValue().asText()
                    : field.getValue().toString(),
                about != null ? about : new SettingDescription(key, "", "", "", "")));
      }
    }
  }
}
