package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;

/**
 * Stretches of series, once for every group of variables: group by group, so that whoever shares a
 * pass has to do with few groups. {@link #GROUP} says which.
 */
final class LocalSegments implements Examples {
  /** Number of the group. */
  static final String GROUP = "group";

  private final Segments segments;
  private final int groups;

  LocalSegments(Segments segments, int groups) {
    this.segments = segments;
    this.groups = groups;
  }

  @Override
  public long count() {
    return segments.count() * groups;
  }

  /** A stretch has thousands of rows. */
  @Override
  public int weight() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Batch allocate(int capacity) {
    return segments.allocate(capacity).addInts(GROUP);
  }

  @Override
  public void fill(Batch batch, int slot, long example) {
    segments.fill(batch, slot, example % segments.count());
    batch.ints(GROUP)[slot] = (int) (example / segments.count());
  }
}
