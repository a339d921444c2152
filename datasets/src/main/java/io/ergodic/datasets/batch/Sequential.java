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

  /** No examples at all. */
  public static Sequential none() {
    return new Sequential(new Nothing(), 0);
  }

  /** Examples of a batch, but for the last one. */
  public int batchSize() {
    return count;
  }

  /** {@link Examples#weight} of each. */
  public int weight() {
    return examples.weight();
  }

  /** Number of batches. */
  public long batches() {
    long all = (examples.count() + stride - 1) / stride;
    return count == 0 ? 0 : (all + count - 1) / count;
  }

  @Override
  public Iterator<Batch> iterator() {
    return part(0, batches()).iterator();
  }

  /** The batches from one, counted from 0, up to another, without that. */
  public Iterable<Batch> part(long from, long to) {
    return () -> iterator(from * count * stride, Math.min(examples.count(), to * count * stride));
  }

  private Iterator<Batch> iterator(long from, long to) {
    Batch batch = examples.allocate(count);
    return new Iterator<>() {
      private long next = from;

      @Override
      public boolean hasNext() {
        return next < to;
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int size = 0;
        for (; size < count && next < to; size++, next += stride) {
          batch.examples()[size] = next;
          examples.fill(batch, size, next);
        }
        return batch.resize(size);
      }
    };
  }

  /** Examples of which there are none. */
  private record Nothing() implements Examples {
    @Override
    public long count() {
      return 0;
    }

    @Override
    public Batch allocate(int capacity) {
      return Batch.of(capacity);
    }

    @Override
    public void fill(Batch batch, int slot, long example) {
      throw new NoSuchElementException();
    }
  }
}
