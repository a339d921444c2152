package io.ergodic.jobs.command;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.Reading;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.tryout.TryoutSchema;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every key of a system with the value in force, default, range and meaning. The keys are those its
 * family asks for on the data it is tried on: nothing that is written here could be forgotten
 * there.
 */
final class SystemKeys {
  private static final Reading UNREAD = new Reading("", "", "", "");

  private SystemKeys() {}

  /** A key. */
  record Key(String name, String value, Reading description) {}

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
      Reading about = key.description();
      String allowed = about.range();
      String fallback = about.fallback().isEmpty() ? "" : "default " + about.fallback();
      String both =
          Stream.of(fallback, allowed).filter(text -> !text.isEmpty()).collect(joining("; "));
      out.printf(
          Locale.ROOT,
          "  %-34s %-18s %s%s%n",
          key.name(),
          key.value().isEmpty() ? "-" : key.value(),
          about.meaning(),
          both.isEmpty() ? "" : " (" + both + ")");
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

  /** All keys of a system, in the order of their names. */
  static List<Key> keys(String name) throws IOException {
    return keys(SystemSpec.of(name));
  }

  private static List<Key> keys(SystemSpec system) throws IOException {
    Settings settings = system.familySettings();
    Family family = Catalogue.family(system.family(), system.path());
    if (family instanceof DistributedFamily distributed) {
      distributed.create(settings);
    } else {
      ((ModelFamily) family).create(TryoutSchema.context(system.name()), settings);
    }
    Map<String, Reading> readings = settings.readings();
    Map<String, String> values = new TreeMap<>();
    collect(new ObjectMapper().readTree(settings.resolved()), "", values);
    readings.keySet().forEach(name -> values.putIfAbsent(name, ""));
    return values.entrySet().stream()
        .map(
            entry ->
                new Key(
                    entry.getKey(),
                    entry.getValue(),
                    readings.getOrDefault(entry.getKey(), UNREAD)))
        .toList();
  }

  private static void collect(JsonNode node, String prefix, Map<String, String> values) {
    node.fields()
        .forEachRemaining(
            field -> {
              String key = prefix + field.getKey();
              JsonNode value = field.getValue();
              if (value.isObject()) {
                collect(value, key + ".", values);
              } else {
                values.put(key, value.isTextual() ? value.asText() : value.toString());
              }
            });
  }
}
