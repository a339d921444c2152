package io.ergodic.datasets.data;

/**
 * Labelled images of one split.
 *
 * @param pixels count x height x width x channels, unsigned bytes, row-major, channels last
 * @param labels class index of each image
 */
public record Images(int height, int width, int channels, byte[] pixels, int[] labels) {
  public Images {
    if ((long) labels.length * height * width * channels != pixels.length) {
      throw new IllegalArgumentException(
          pixels.length
              + " pixels are not "
              + labels.length
              + " images of "
              + height
              + "x"
              + width);
    }
  }

  public int count() {
    return labels.length;
  }

  /** Values in one image. */
  public int size() {
    return height * width * channels;
  }
}
