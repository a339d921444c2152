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
  private final boolean compact;

  /**
   * @param scaler one entry a channel, of pixel values divided by 255
   */
  public LabelledImages(Images images, Scaler scaler) {
    this(images, lookup(images.channels(), scaler), false);
  }

  private LabelledImages(Images images, float[][] lookup, boolean compact) {
    this.images = images;
    this.lookup = lookup;
    this.compact = compact;
  }

  private static float[][] lookup(int channels, Scaler scaler) {
    float[][] lookup = new float[channels][256];
    for (int c = 0; c < lookup.length; c++) {
      for (int p = 0; p < 256; p++) {
        lookup[c][p] = (float) ((p / 255.0 - scaler.mean()[c]) / scaler.deviation()[c]);
      }
    }
    return lookup;
  }

  @Override
  public LabelledImages compact() {
    return new LabelledImages(images, lookup, true);
  }

  @Override
  public long count() {
    return images.count();
  }

  @Override
  public Batch allocate(int capacity) {
    int[] shape = {images.channels(), images.height(), images.width()};
    Batch batch = Batch.of(capacity);
    if (compact) {
      byte[] bytes = new byte[Math.multiplyExact(capacity, images.size())];
      batch.put(Batch.INPUT, new Field.Pixels(bytes, lookup, shape));
    } else {
      batch.addFloats(Batch.INPUT, shape);
    }
    return batch.addInts(Batch.TARGET);
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    int size = images.size();
    if (batch.field(Batch.INPUT) instanceof Field.Pixels pixels) {
      System.arraycopy(images.pixels(), (int) example * size, pixels.bytes(), slot * size, size);
    } else {
      copy((int) example, batch.floats(Batch.INPUT), slot * size);
    }
    batch.ints(Batch.TARGET)[slot] = images.labels()[(int) example];
  }

  /** From stored bytes, channels last, to floats, channels first. */
  public void copy(int image, float[] target, int offset) {
    int area = images.height() * images.width();
    Field.Pixels.write(images.pixels(), image * images.size(), lookup, target, offset, area);
  }
}
