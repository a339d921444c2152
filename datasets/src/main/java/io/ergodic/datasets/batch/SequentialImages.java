package io.ergodic.datasets.batch;

import java.util.Iterator;
import java.util.stream.IntStream;

/** Every image once, in order. The arrays are reused. */
public final class SequentialImages implements Iterable<Batch> {
  private final ImagePixels pixels;
  private final int count;

  public SequentialImages(ImagePixels pixels, int count) {
    this.pixels = pixels;
    this.count = Math.min(count, pixels.images().count());
  }

  @Override
  public Iterator<Batch> iterator() {
    int total = pixels.images().count();
    int[] order = IntStream.range(0, total).toArray();
    float[] values = new float[count * pixels.images().size()];
    int[] labels = new int[count];
    return IntStream.range(0, (total + count - 1) / count)
        .mapToObj(
            k -> pixels.fill(order, k * count, Math.min(count, total - k * count), values, labels))
        .iterator();
  }
}
