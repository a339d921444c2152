package io.ergodic.datasets.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Every example once, in order; nothing is dropped at the end. The batch is reused. */
public final class Sequential implements Iterable<Batch> {
  private final Examples examples;
  private final int count;
  private final int stride;

  public Sequential(Examples examples, int count) {
    this(examples, count, 1);
  }

  /** Every {@code stride}-th example only. */
  public Sequential(Examples examples, int count, int stride) {
    this.examples = examples;
    this.count = (int) Math.min(count, examples.count());
    this.stride = stride;
  }

  @Override
  public Iterator<Batch> iterator() {
    Batch batch = examples.allocate(count);
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < examples.count();
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int size = 0;
        for (; size < count && next < examples.count(); size++, next += stride) {
          batch.examples()[size] = next;
          examples.fill(batch, size, next);
        }
        return batch.resize(size);
      }
    };
  }
}
