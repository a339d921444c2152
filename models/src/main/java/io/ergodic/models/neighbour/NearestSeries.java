package io.ergodic.models.neighbour;

import io.ergodic.models.kernel.Lanes;
import io.ergodic.models.kernel.TimeWarping;
import java.util.Arrays;

/**
 * The nearest of some series by time warping. Candidates are taken in the order of their lower
 * bounds, sixteen at a time, until the next bound is above the least distance. Of equal distances
 * the first series counts.
 */
final class NearestSeries {
  private final float[] values;
  private final int count;
  private final int size;
  private final int variables;
  private final TimeWarping warping;
  private final float[] block;
  private final float[] distances = new float[Lanes.COUNT];
  private final long[] order;

  /** Among the first {@code count} series of {@code size} values each. */
  NearestSeries(float[] values, int count, int size, int variables) {
    this.values = values;
    this.count = count;
    this.size = size;
    this.variables = variables;
    this.warping = new TimeWarping(size / variables, variables);
    this.block = new float[size * Lanes.COUNT];
    this.order = new long[count];
  }

  /**
   * The index of the nearest.
   *
   * @param without one that does not count; -1 for none
   */
  int nearest(float[] query, int from, int band, int without) {
    Envelope envelope = new Envelope(query, from, size, variables, band);
    int candidates = 0;
    for (int i = 0; i < count; i++) {
      if (i != without) {
        // The bits of a float that is not negative rise with it.
        long bound = Float.floatToIntBits(envelope.bound(values, i * size));
        order[candidates++] = bound << 32 | i;
      }
    }
    Arrays.sort(order, 0, candidates);
    float least = Float.POSITIVE_INFINITY;
    int nearest = Integer.MAX_VALUE;
    for (int first = 0; first < candidates; first += Lanes.COUNT) {
      if (Float.intBitsToFloat((int) (order[first] >>> 32)) > least) {
        break;
      }
      int some = Math.min(Lanes.COUNT, candidates - first);
      gather(first, some);
      warping.distances(query, from, block, band, least, distances);
      for (int lane = 0; lane < some; lane++) {
        int index = (int) order[first + lane];
        boolean tied = distances[lane] == least && index < nearest;
        if (distances[lane] < least || tied) {
          least = distances[lane];
          nearest = index;
        }
      }
    }
    return nearest;
  }

  /** Lanes that are left over hold the last series again. */
  private void gather(int first, int some) {
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      int from = (int) order[first + Math.min(lane, some - 1)] * size;
      for (int i = 0; i < size; i++) {
        block[i * Lanes.COUNT + lane] = values[from + i];
      }
    }
  }
}
