package io.ergodic.models.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Dynamic time warping of one series against sixteen, one to a lane: the least sum of squared
 * differences over paths that leave the diagonal by no more than a band (Sakoe and Chiba 1978). A
 * lane sees the operations of the plain recursion in their order, so the distances are those to the
 * bit.
 */
public final class TimeWarping {
  private final int length;
  private final int variables;
  private float[] before;
  private float[] now;

  /** For series of a number of rows. */
  public TimeWarping(int length, int variables) {
    this.length = length;
    this.variables = variables;
    this.before = new float[(length + 1) * Lanes.COUNT];
    this.now = new float[(length + 1) * Lanes.COUNT];
  }

  /**
   * The distances.
   *
   * @param query rows x variables, from {@code from} on
   * @param block sixteen series, rows x variables x lane
   * @param band rows by which a path may leave the diagonal
   * @param enough when no lane can come to less or as much, the rest is not computed
   * @param distances receives sixteen; infinities where the rest was not computed
   */
  public void distances(
      float[] query, int from, float[] block, int band, float enough, float[] distances) {
    Arrays.fill(before, Float.POSITIVE_INFINITY);
    Arrays.fill(now, Float.POSITIVE_INFINITY);
    Arrays.fill(before, 0, Lanes.COUNT, 0);
    // Entries beyond the band of a row stay infinite: bands end further with every row.
    for (int i = 0; i < length; i++) {
      int first = Math.max(0, i - band);
      int last = Math.min(length - 1, i + band);
      Arrays.fill(now, first * Lanes.COUNT, (first + 1) * Lanes.COUNT, Float.POSITIVE_INFINITY);
      for (int lane = 0; lane < Lanes.COUNT; lane += Lanes.WIDTH) {
        row(query, from + i * variables, block, first, last, lane);
      }
      if (least(first, last) > enough) {
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        return;
      }
      float[] done = now;
      now = before;
      before = done;
    }
    System.arraycopy(before, length * Lanes.COUNT, distances, 0, Lanes.COUNT);
  }

  /** Column j of the recursion is entry j + 1. */
  private void row(float[] query, int from, float[] block, int first, int last, int lane) {
    FloatVector left = FloatVector.broadcast(Lanes.SPECIES, Float.POSITIVE_INFINITY);
    FloatVector corner = FloatVector.fromArray(Lanes.SPECIES, before, first * Lanes.COUNT + lane);
    for (int j = first; j <= last; j++) {
      FloatVector above =
          FloatVector.fromArray(Lanes.SPECIES, before, (j + 1) * Lanes.COUNT + lane);
      FloatVector least = corner.min(above).min(left);
      FloatVector cost = FloatVector.zero(Lanes.SPECIES);
      for (int v = 0; v < variables; v++) {
        FloatVector apart =
            FloatVector.fromArray(Lanes.SPECIES, block, (j * variables + v) * Lanes.COUNT + lane)
                .sub(query[from + v]);
        cost = cost.add(apart.mul(apart));
      }
      left = least.add(cost);
      left.intoArray(now, (j + 1) * Lanes.COUNT + lane);
      corner = above;
    }
  }

  private float least(int first, int last) {
    FloatVector least = FloatVector.broadcast(Lanes.SPECIES, Float.POSITIVE_INFINITY);
    for (int i = (first + 1) * Lanes.COUNT; i < (last + 2) * Lanes.COUNT; i += Lanes.WIDTH) {
      least = least.min(FloatVector.fromArray(Lanes.SPECIES, now, i));
    }
    return least.reduceLanes(VectorOperators.MIN);
  }
}
