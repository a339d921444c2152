package io.ergodic.datasets.batch;

import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.scale.Scaler;

/** Turns stored pixels (bytes, channels last) into standardised floats (channels first). */
public final class ImagePixels {
  private final Images images;
  private final float[][] lookup;

  /**
   * @param scaler one entry a channel, of pixel values divided by 255
   */
  public ImagePixels(Images images, Scaler scaler) {
    this.images = images;
    this.lookup = new float[images.channels()][256];
    for (int c = 0; c < lookup.length; c++) {
      for (int p = 0; p < 256; p++) {
        lookup[c][p] = (float) ((p / 255.0 - scaler.mean()[c]) / scaler.deviation()[c]);
      }
    }
  }

  public Images images() {
    return images;
  }

  public void copy(int image, float[] target, int offset) {
    int area = images.height() * images.width();
    int channels = images.channels();
    int from = image * images.size();
    byte[] pixels = images.pixels();
    for (int c = 0; c < channels; c++) {
      float[] values = lookup[c];
      for (int i = 0; i < area; i++) {
        target[offset + c * area + i] = values[pixels[from + i * channels + c] & 0xff];
      }
    }
  }

  /** A batch of the images at {@code order[from..from+size)}, filled into reused arrays. */
  Batch fill(int[] order, int from, int size, float[] values, int[] labels) {
    for (int i = 0; i < size; i++) {
      copy(order[from + i], values, i * images.size());
      labels[i] = images.labels()[order[from + i]];
    }
    return new Batch.LabelledImages(
        size, images.channels(), images.height(), images.width(), values, labels);
  }
}
