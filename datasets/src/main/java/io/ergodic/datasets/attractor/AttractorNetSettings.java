package io.ergodic.datasets.attractor;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
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
  static AttractorNetSettings read(Settings settings) {
    List<ChaoticSystem> classes = AttractorClasses.read(settings);
    Map<Split, Integer> perClass = AttractorClasses.perClass(settings);
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
}
