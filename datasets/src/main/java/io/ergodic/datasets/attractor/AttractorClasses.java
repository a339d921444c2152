package io.ergodic.datasets.attractor;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.SplitSizes;
import java.util.ArrayList;
import java.util.List;

/** Which systems are the classes, and how many examples each has. */
final class AttractorClasses {
  /** Fixed for good: a catalogue that grows must not change what {@code classes = 10} means. */
  static final List<String> STANDARD =
      List.of(
          "Lorenz",
          "Rossler",
          "Chua",
          "Halvorsen",
          "Thomas",
          "Aizawa",
          "Dadras",
          "SprottB",
          "RabinovichFabrikant",
          "Finance",
          "Chen",
          "BurkeShaw",
          "LuChenCheng",
          "Hadley",
          "RikitakeDynamo",
          "SprottP");

  private AttractorClasses() {}

  /** Reads {@code perClass { train, validation, test }} (500, 50, 100). */
  static SplitSizes perClass(Settings settings) {
    return new SplitSizes(500, 50, 100).read(settings, "perClass", 0);
  }

  /** Reads {@code classes} (10): names, or how many of the standard list. */
  static List<ChaoticSystem> read(Settings settings) {
    List<String> names = settings.strings("classes", STANDARD.subList(0, 10));
    if (names.size() == 1 && names.get(0).matches("[0-9]+")) {
      names = STANDARD.subList(0, settings.integer("classes", 2, STANDARD.size()));
    }
    Registry<ChaoticSystem> registry = ChaoticSystem.registry();
    List<ChaoticSystem> classes = new ArrayList<>();
    for (String name : names) {
      ChaoticSystem system = registry.get(name, settings.path("classes"));
      if (system.card().dimension() != 3) {
        throw settings.error("classes", name + " is not three-dimensional");
      }
      if (classes.contains(system)) {
        throw settings.error("classes", name + " stands there twice");
      }
      classes.add(system);
    }
    if (classes.size() < 2) {
      throw settings.error("classes", "at least two are needed");
    }
    return List.copyOf(classes);
  }
}
