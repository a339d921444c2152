package io.ergodic.datasets.file.image;

import io.ergodic.datasets.data.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of images that one shard writes.
 *
 * @param from first image of the split, included
 * @param to last image of the split, excluded
 */
record ImagePart(Split split, int from, int to) {
  private static final int IMAGES = 10_000;

  /** A split of {@code count} images cut into parts of equal size, of at most 10,000 images. */
  static List<ImagePart> cut(Split split, int count) {
    List<ImagePart> parts = new ArrayList<>();
    int pieces = (count + IMAGES - 1) / IMAGES;
    for (int i = 0; i < pieces; i++) {
      parts.add(
          new ImagePart(
              split, (int) ((long) count * i / pieces), (int) ((long) count * (i + 1) / pieces)));
    }
    return parts;
  }
}
