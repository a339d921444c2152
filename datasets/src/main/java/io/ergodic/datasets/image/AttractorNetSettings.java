package io.ergodic.datasets.image;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The checked settings of {@code attractor-net}.
 *
 * @param classes {@code classes} (10): names of three-dimensional systems, or how many of the
 *     standard list
 * @param size {@code size} (28): pixels on a side
 * @param perClass {@code perClass.train} (500), {@code .validation} (50), {@code .test} (100)
 * @param points {@code points} (6000): of the orbit, in an image
 * @param jitter {@code jitter} (0.03): deviation of a parameter relative to its standard value
 * @param shards {@code shards} (one for 4096 images)
 */
record AttractorNetSettings(
    List<ChaoticSystem> classes,
    int size,
    Map<Split, Integer> perClass,
    int points,
    double jitter,
    int shards) {
  /** Fixed for good: a catalogue that grows must not change what {@code classes = 10} means. */
  private static final List<String> STANDARD =
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

  static AttractorNetSettings read(Settings settings) {
    List<ChaoticSystem> classes = classes(settings);
    Settings counts = settings.child("perClass");
    Map<Split, Integer> perClass = new EnumMap<>(Split.class);
    perClass.put(Split.TRAIN, counts.integer("train", 500, 0, 10_000_000));
    perClass.put(Split.VALIDATION, counts.integer("validation", 50, 0, 10_000_000));
    perClass.put(Split.TEST, counts.integer("test", 100, 0, 10_000_000));
    counts.rejectUnknown();
    long images = classes.size() * perClass.values().stream().mapToLong(Integer::longValue).sum();
    if (images == 0) {
      throw settings.error("perClass", "all splits are empty");
    }
    int fitting = (int) Math.min(100_000, (images + 4095) / 4096);
    AttractorNetSettings read =
        new AttractorNetSettings(
            classes,
            settings.integer("size", 28, 8, 1024),
            perClass,
            settings.integer("points", 6000, 100, 10_000_000),
            settings.number("jitter", 0.03, 0, 0.5),
            settings.integer("shards", fitting, 1, (int) Math.min(images, 100_000)));
    settings.rejectUnknown();
    return read;
  }

  /** Images of a split. */
  long images(Split split) {
    return (long) perClass.get(split) * classes.size();
  }

  private static List<ChaoticSystem> classes(Settings settings) {
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
