package io.ergodic.datasets.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Every window once, in order; nothing is dropped at the end. The arrays are reused. */
public final class SequentialWindows implements Iterable<Batch> {
  private final Windows windows;
  private final int count;
  private final int stride;

  public SequentialWindows(Windows windows, int count) {
    this(windows, count, 1);
  }

  /** Every {@code stride}-th window only. */
  public SequentialWindows(Windows windows, int count, int stride) {
    this.windows = windows;
    this.count = (int) Math.min(count, windows.count());
    this.stride = stride;
  }

  @Override
  public Iterator<Batch> iterator() {
    int width = windows.length() * windows.dimension();
    float[] values = new float[count * width];
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < windows.count();
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int size = 0;
        for (; size < count && next < windows.count(); size++, next += stride) {
          windows.copy(next, values, size * width);
        }
        return new Batch.Sequences(size, windows.length(), windows.dimension(), values);
      }
    };
  }
}
