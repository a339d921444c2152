package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loss and gradient against finite differences of the same in double, one sequence at a time. */
class MultipleShootingTest {
  private static final int STEPS = 37;
  private static final int HIDDEN = 9;

  @Test
  void segmentsWithGaps() {
    check(3, 3, 5, 1, 16, false);
  }

  @Test
  void latentStartsAreTrained() {
    check(5, 2, 8, 0.3, 7, false);
  }

  @Test
  void startsFromNoisyRows() {
    check(4, 2, 6, 2, 3, true);
  }

  @Test
  void oneSegmentIsFreeRunning() {
    int states = 3;
    ClippedShallowCell cell = new ClippedShallowCell(states, HIDDEN);
    float[] weights = weights(cell.parameterCount());
    float[] lanes = UpdateKernelTest.normal(2, (STEPS + 1) * states * Lanes.COUNT);
    float[] scale = new float[Lanes.COUNT];
    Arrays.fill(scale, 1e-3f);
    IdentityObservation observation = new IdentityObservation(states, states);
    cell.load(weights, 0);
    double free =
        new TeacherForcing(cell, observation, STEPS)
            .run(lanes, new float[STEPS + 1], scale, 16, true);
    float[] expected = new float[weights.length];
    cell.gradient(expected, 0);
    cell.load(weights, 0);
    MultipleShooting one = new MultipleShooting(cell, observation, STEPS, STEPS, 1);
    assertThat(one.run(lanes, lanes, scale, 16, true)).isEqualTo(free);
    float[] gradient = new float[weights.length];
    cell.gradient(gradient, 0);
    assertThat(gradient).isEqualTo(expected);
  }

  private static void check(
      int states, int observed, int interval, double continuity, int count, boolean noisy) {
    ClippedShallowCell cell = new ClippedShallowCell(states, HIDDEN);
    IdentityObservation observation = new IdentityObservation(states, observed);
    int mapWeights = cell.parameterCount();
    float[] weights = weights(mapWeights + observation.parameterCount());
    int size = count * (STEPS + 1) * observed;
    float[] x = UpdateKernelTest.normal(5, size);
    float[] signal = noisy ? UpdateKernelTest.normal(6, size) : x;
    float[] scale = new float[Lanes.COUNT];
    Arrays.fill(scale, 0, count, 2f / (count * STEPS * observed));
    cell.load(weights, 0);
    observation.load(weights, mapWeights);
    double sum =
        new MultipleShooting(cell, observation, STEPS, interval, continuity)
            .run(lanes(x, count, observed), lanes(signal, count, observed), scale, count, true);
    float[] gradient = new float[weights.length];
    cell.gradient(gradient, 0);
    observation.gradient(gradient, mapWeights);

    double[] exact = new double[weights.length];
    Arrays.setAll(exact, i -> weights[i]);
    Twin twin = new Twin(states, observed, interval, continuity, count, x, signal);
    double loss = twin.loss(exact);
    assertThat(sum / (count * STEPS * observed)).isCloseTo(loss, within(1e-5 * loss));
    double[] expected = new double[weights.length];
    double largest = 0;
    for (int i = 0; i < weights.length; i++) {
      double keep = exact[i];
      exact[i] = keep + 1e-7;
      double above = twin.loss(exact);
      exact[i] = keep - 1e-7;
      expected[i] = (above - twin.loss(exact)) / 2e-7;
      exact[i] = keep;
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) gradient[i])
          .as("weight %d", i)
          .isCloseTo(expected[i], within(2e-4 * largest));
    }
  }

  private static float[] lanes(float[] x, int count, int observed) {
    float[] lanes = new float[(STEPS + 1) * observed * Lanes.COUNT];
    Lanes.load(x, 0, count, STEPS + 1, observed, lanes);
    return lanes;
  }

  private static float[] weights(int count) {
    Random random = new Random(count);
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (random.nextGaussian() * 0.3);
    }
    return weights;
  }

  /** The objective from its definition. */
  private record Twin(
      int states,
      int observed,
      int interval,
      double continuity,
      int count,
      float[] x,
      float[] signal) {
    double loss(double[] weights) {
      double sum = 0;
      ScalarForcing.Map map = ScalarForcing.shallow(states, HIDDEN);
      double[] z = new double[states];
      double[] start = new double[states];
      double[] next = new double[states];
      for (int s = 0; s < count; s++) {
        start(weights, s, 0, z);
        for (int t = 1; t <= STEPS; t++) {
          map.step(weights, z, next);
          for (int n = 0; n < observed; n++) {
            sum += square(next[n] - x[(s * (STEPS + 1) + t) * observed + n]);
          }
          System.arraycopy(next, 0, z, 0, states);
          if (t % interval == 0 && t < STEPS) {
            start(weights, s, t, start);
            for (int m = 0; m < states; m++) {
              sum += continuity * square(z[m] - start[m]);
            }
            System.arraycopy(start, 0, z, 0, states);
          }
        }
      }
      return sum / ((double) count * STEPS * observed);
    }

    private void start(double[] weights, int sequence, int row, double[] z) {
      int from = (sequence * (STEPS + 1) + row) * observed;
      int expansion = 2 * states + 2 * states * HIDDEN + HIDDEN;
      for (int m = 0; m < states; m++) {
        z[m] = m < observed ? signal[from + m] : 0;
        for (int n = 0; m >= observed && n < observed; n++) {
          z[m] += weights[expansion + (m - observed) * observed + n] * signal[from + n];
        }
      }
    }

    private static double square(double value) {
      return value * value;
    }
  }
}
