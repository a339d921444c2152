package io.ergodic.jobs.run;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset of the form that a manifest tells, with nothing but zeros in it: enough to see whether
 * look-backs and sequences fit, without reading a shard. It is never larger than the dataset: what
 * fits here, fits there. Series of a split are taken to be of their mean length.
 */
final class Outline {
  private static final long MOST_VALUES = 1 << 22;

  private Outline() {}

  /** Empty for kinds of data that have no outline. */
  static Optional<Dataset> of(Manifest manifest) {
    return switch (manifest.schema().kind()) {
      case Schema.SERIES -> Optional.of(series(manifest));
      case Schema.IMAGES -> Optional.of(images(manifest));
      default -> Optional.empty();
    };
  }

  private static SeriesDataset series(Manifest manifest) {
    Schema schema = manifest.schema();
    int dimension = schema.dimension();
    Map<Split, List<Series>> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      SplitCount count = manifest.count(split);
      if (count.series() > 0) {
        long rows = Math.min(count.samples() / count.series(), MOST_VALUES / dimension);
        Series one =
            new Series("", 0, schema.step(), dimension, new double[(int) rows * dimension]);
        int many = (int) Math.min(count.series(), MOST_VALUES);
        splits.put(split, Collections.nCopies(many, one));
      }
    }
    return new SeriesDataset(manifest, splits);
  }

  private static ImageDataset images(Manifest manifest) {
    Schema schema = manifest.schema();
    int size = schema.height() * schema.width() * schema.channels();
    Map<Split, Images> splits = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      int count = (int) Math.min(manifest.count(split).samples(), MOST_VALUES / size);
      if (count > 0) {
        Images images =
            new Images(
                schema.height(),
                schema.width(),
                schema.channels(),
                new byte[count * size],
                new int[count]);
        splits.put(split, images);
      }
    }
    return new ImageDataset(manifest, splits);
  }
}
