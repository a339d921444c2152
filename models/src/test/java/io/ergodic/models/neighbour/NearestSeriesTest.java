package io.ergodic.models.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.models.kernel.Lanes;
import io.ergodic.models.kernel.TimeWarping;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestSeriesTest {
  /** The recursion as it is written down, over the whole table. */
  private static float plain(float[] a, float[] b, int at, int length, int variables, int band) {
    float[][] table = new float[length + 1][length + 1];
    for (float[] row : table) {
      Arrays.fill(row, Float.POSITIVE_INFINITY);
    }
    table[0][0] = 0;
    for (int i = 1; i <= length; i++) {
      for (int j = Math.max(1, i - band); j <= Math.min(length, i + band); j++) {
        float cost = 0;
        for (int v = 0; v < variables; v++) {
          float apart = b[at + (j - 1) * variables + v] - a[(i - 1) * variables + v];
          cost += apart * apart;
        }
        float before = Math.min(Math.min(table[i - 1][j - 1], table[i - 1][j]), table[i][j - 1]);
        table[i][j] = before + cost;
      }
    }
    return table[length][length];
  }

  private static float[] noise(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({"23, 1, 0", "23, 1, 3", "23, 1, 23", "9, 3, 2", "1, 2, 0"})
  void lanesBoundsAndOrderChangeNothing(int length, int variables, int band) {
    Random random = new Random(7);
    int size = length * variables;
    int count = 45;
    float[] all = noise(random, count * size);
    // Two that are alike, so that the first has to be found.
    System.arraycopy(all, 40 * size, all, 3 * size, size);
    NearestSeries series = new NearestSeries(all, count, size, variables);
    for (int trial = 0; trial < 30; trial++) {
      float[] query = noise(random, size);
      if (trial == 0) {
        System.arraycopy(all, 40 * size, query, 0, size);
      }
      int without = trial % 2 == 0 ? -1 : trial;
      Envelope envelope = new Envelope(query, 0, size, variables, band);
      float least = Float.POSITIVE_INFINITY;
      int nearest = -1;
      for (int i = 0; i < count; i++) {
        float distance = plain(query, all, i * size, length, variables, band);
        assertThat(envelope.bound(all, i * size)).isLessThanOrEqualTo(distance);
        if (i != without && distance < least) {
          least = distance;
          nearest = i;
        }
      }
      assertThat(series.nearest(query, 0, band, without)).isEqualTo(nearest);
    }
  }

  @ParameterizedTest
  @CsvSource({"23, 1, 0", "23, 1, 4", "9, 3, 9"})
  void lanesHaveTheBitsOfTheRecursion(int length, int variables, int band) {
    Random random = new Random(8);
    int size = length * variables;
    float[] all = noise(random, Lanes.COUNT * size);
    float[] block = new float[all.length];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      for (int i = 0; i < size; i++) {
        block[i * Lanes.COUNT + lane] = all[lane * size + i];
      }
    }
    float[] query = noise(random, size);
    float[] distances = new float[Lanes.COUNT];
    TimeWarping warping = new TimeWarping(length, variables);
    warping.distances(noise(random, size), 0, block, length, Float.POSITIVE_INFINITY, distances);
    warping.distances(query, 0, block, band, Float.POSITIVE_INFINITY, distances);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      assertThat(distances[lane])
          .isEqualTo(plain(query, all, lane * size, length, variables, band));
    }
    warping.distances(query, 0, block, band, 0, distances);
    assertThat(distances).containsOnly(Float.POSITIVE_INFINITY);
  }
}
