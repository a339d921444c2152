package io.ergodic.datasets.attractor;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.SplitSizes;
import java.util.List;

/**
 * The checked settings of {@code attractor-net}.
 *
 * @param classes {@code classes} (10): names of three-dimensional systems, or how many of the
 *     standard list
 * @param size {@code size} (28): pixels on a side
 * @param images {@code perClass.train} (500), {@code .validation} (50), {@code .test} (100), times
 *     the classes
 * @param points {@code points} (6000): of the orbit, in an image
 * @param jitter {@code jitter} (0.03): deviation of a parameter relative to its standard value
 * @param shards {@code shards} (one for 4096 images)
 */
record AttractorNetSettings(
    List<ChaoticSystem> classes,
    int size,
    SplitSizes images,
    int points,
    double jitter,
    int shards) {
  private static final int PER_SHARD = 4096;

  static AttractorNetSettings read(Settings settings) {
    List<ChaoticSystem> classes = AttractorClasses.read(settings);
    SplitSizes images = AttractorClasses.perClass(settings).times(classes.size());
    AttractorNetSettings read =
        new AttractorNetSettings(
            classes,
            settings.integer("size", 28, 8, 1024),
            images,
            settings.integer("points", 6000, 100, 10_000_000),
            settings.number("jitter", 0.03, 0, 0.5),
            images.shards(settings, PER_SHARD));
    settings.rejectUnknown();
    return read;
  }
}
