package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The source {@code png}: PNGs in folders by class, or a tar of such folders. Settings: {@code
 * train} and {@code test} (a folder, a .tar or a .tar.gz), {@code validation} (so many training
 * images are held out, evenly over the classes), {@code limit} (images a split at most, evenly over
 * the classes).
 */
public final class PngSource implements DatasetSource {
  @Override
  public String name() {
    return "png";
  }

  @Override
  public String description() {
    return "PNGs in folders by class, or a tar of such folders";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    try {
      return PngPlan.read(settings, seed);
    } catch (IOException failure) {
      throw new UncheckedIOException(settings.path() + ": " + failure.getMessage(), failure);
    }
  }
}
