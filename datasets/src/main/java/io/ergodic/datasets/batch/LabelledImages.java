package io.ergodic.datasets.batch;

import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.scale.Scaler;

/**
 * Images as examples: {@link Batch#INPUT} has standardised floats, channels x height x width,
 * {@link Batch#TARGET} the class index.
 */
public final class LabelledImages implements Examples {
  private final Images images;
  private final float[][] lookup;

  /**
   * @param scaler one entry a channel, of pixel values divided by 255
   */
  public LabelledImages(Images images, Scaler scaler) {
    this.images = images;
    this.lookup = new float[images.channels()][256];
    for (int c = 0; c < lookup.length; c++) {
      for (int p = 0; p < 256; p++) {
        lookup[c][p] = (float) ((p / 255.0 - scaler.mean()[c]) / scaler.deviation()[c]);
      }
    }
  }

  @Override
  public long count() {
    return images.count();
  }

  @Override
  public Batch allocate(int capacity) {
    return Batch.of(capacity)
        .addFloats(Batch.INPUT, images.channels(), images.height(), images.width())
        .addInts(Batch.TARGET);
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    copy((int) example, batch.floats(Batch.INPUT), slot * images.size());
    batch.ints(Batch.TARGET)[slot] = images.labels()[(int) example];
  }

  /** From stored bytes, channels last, to floats, channels first. */
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
}
