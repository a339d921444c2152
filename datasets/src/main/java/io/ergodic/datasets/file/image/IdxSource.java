package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code idx}: image sets in the format of MNIST. Settings: {@code train { images,
 * labels }}, {@code test { images, labels }}, {@code validation} (so many of the last training
 * images are held out), {@code classes} (names), {@code limit} (images a split at most).
 */
public final class IdxSource implements DatasetSource {
  @Override
  public String name() {
    return "idx";
  }

  @Override
  public String description() {
    return "images and labels in idx files, plain or gzipped, as MNIST ships them";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return IdxPlan.read(settings);
  }
}
