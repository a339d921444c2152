package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loss and gradient of the kernels against finite differences of the scalar twin in double. */
class TeacherForcingTest {
  private static final int STEPS = 37;

  @Test
  void shallowWithConstantForcing() {
    check(new ClippedShallowCell(3, 19), ScalarForcing.shallow(3, 19), 3, 16, constant(0.2f));
  }

  @Test
  void shallowWithLatentUnitsAndFewSequences() {
    check(new ClippedShallowCell(5, 8), ScalarForcing.shallow(5, 8), 2, 7, constant(0.1f));
  }

  @Test
  void shallowWithoutForcing() {
    check(new ClippedShallowCell(4, 11), ScalarForcing.shallow(4, 11), 4, 1, constant(0));
  }

  @Test
  void almostLinearWithSparseForcing() {
    check(
        new FullCell(9, true, new PartlyRectified(9, 6)),
        ScalarForcing.almostLinear(9, 3),
        2,
        16,
        sparse(5));
  }

  @Test
  void almostLinearWithConstantForcing() {
    check(
        new FullCell(4, true, new PartlyRectified(4, 0)),
        ScalarForcing.almostLinear(4, 4),
        4,
        5,
        constant(0.3f));
  }

  @Test
  void vanillaWithSparseForcing() {
    check(
        new FullCell(9, false, new PartlyRectified(9, 0)),
        ScalarForcing.full(9, 0, false, ScalarForcing::rectified),
        2,
        16,
        sparse(5));
  }

  @Test
  void meanCentredWithConstantForcing() {
    check(
        new FullCell(5, false, new CentredRectified(5)),
        ScalarForcing.full(5, 0, true, ScalarForcing::rectified),
        3,
        7,
        constant(0.2f));
  }

  @Test
  void dendriticWithSparseForcing() {
    check(
        new FullCell(7, false, new Dendritic(7, 5, false)),
        ScalarForcing.full(7, 5, false, ScalarForcing.branches(7, 5, false)),
        3,
        16,
        sparse(6));
  }

  @Test
  void clippedDendriticWithConstantForcing() {
    check(
        new FullCell(10, false, new Dendritic(10, 4, true)),
        ScalarForcing.full(10, 4, false, ScalarForcing.branches(10, 4, true)),
        3,
        9,
        constant(0.1f));
  }

  /** What does not count changes the sum by itself alone, and leaves its states where they are. */
  @Test
  void settlingStepsDoNotCount() {
    ClippedShallowCell cell = new ClippedShallowCell(3, 5);
    IdentityObservation observation = new IdentityObservation(3, 3);
    float[] weights = UpdateKernelTest.normal(3, cell.parameterCount());
    float[] x = UpdateKernelTest.normal(4, (STEPS + 1) * 3 * Lanes.COUNT);
    float[] alpha = constant(0.3f);
    float[] scale = new float[Lanes.COUNT];
    Arrays.fill(scale, 1e-2f);
    double[] sums = new double[3];
    float[][] gradients = new float[3][weights.length];
    for (int k = 0; k < 3; k++) {
      cell.load(weights, 0);
      TeacherForcing forcing =
          k == 0
              ? new TeacherForcing(cell, observation, STEPS)
              : k == 1
                  ? new TeacherForcing(cell, observation, STEPS, 20)
                  : new TeacherForcing(cell, observation, 20);
      sums[k] = forcing.run(x, alpha, scale, 16, true);
      cell.gradient(gradients[k], 0);
    }
    assertThat(sums[1]).isPositive().isCloseTo(sums[0] - sums[2], within(1e-4 * sums[0]));
    for (int i = 0; i < weights.length; i++) {
      assertThat(gradients[1][i])
          .isCloseTo(
              gradients[0][i] - gradients[2][i], within(1e-3f + 1e-4f * Math.abs(gradients[0][i])));
    }
  }

  /** Noise on inputs alone: the start and the forcing signal are other rows than the targets. */
  @Test
  void signalApartFromTargets() {
    ClippedShallowCell cell = new ClippedShallowCell(2, 5);
    IdentityObservation observation = new IdentityObservation(2, 2);
    float[] weights = UpdateKernelTest.normal(3, cell.parameterCount());
    float[] x = UpdateKernelTest.normal(4, 3 * 2 * Lanes.COUNT);
    float[] signal = UpdateKernelTest.normal(5, x.length);
    float[] alpha = {0, 1, 1};
    float[] scale = new float[Lanes.COUNT];
    Arrays.fill(scale, 1);
    cell.load(weights, 0);
    double sum = new TeacherForcing(cell, observation, 2).run(x, signal, alpha, scale, 16, true);
    double[] exact = new double[weights.length];
    Arrays.setAll(exact, i -> weights[i]);
    double expected = 0;
    double[] z = new double[2];
    double[] next = new double[2];
    for (int t = 0; t < 2; t++) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        z[0] = signal[2 * t * Lanes.COUNT + lane];
        z[1] = signal[(2 * t + 1) * Lanes.COUNT + lane];
        ScalarForcing.shallow(2, 5).step(exact, z, next);
        for (int m = 0; m < 2; m++) {
          double error = next[m] - x[(2 * (t + 1) + m) * Lanes.COUNT + lane];
          expected += error * error;
        }
      }
    }
    assertThat(sum).isCloseTo(expected, within(1e-5 * expected));
  }

  static void check(LaneCell cell, ScalarForcing.Map map, int observed, int count, float[] alpha) {
    int states = cell.states();
    IdentityObservation observation = new IdentityObservation(states, observed);
    int mapWeights = cell.parameterCount();
    Random random = new Random(states * 31L + observed);
    float[] weights = new float[mapWeights + observation.parameterCount()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextGaussian() * 0.3);
    }
    float[] x = UpdateKernelTest.normal(5, count * (STEPS + 1) * observed);
    float[] lanes = new float[(STEPS + 1) * observed * Lanes.COUNT];
    Lanes.load(x, 0, count, STEPS + 1, observed, lanes);
    float[] scale = new float[Lanes.COUNT];
    Arrays.fill(scale, 0, count, 2f / (count * STEPS * observed));

    TeacherForcing forcing = new TeacherForcing(cell, observation, STEPS);
    cell.load(weights, 0);
    observation.load(weights, mapWeights);
    double sum = forcing.run(lanes, alpha, scale, count, true);
    float[] gradient = new float[weights.length];
    cell.gradient(gradient, 0);
    observation.gradient(gradient, mapWeights);

    double[] exact = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      exact[i] = weights[i];
    }
    double loss =
        ScalarForcing.loss(map, exact, mapWeights, states, observed, x, count, STEPS, alpha);
    assertThat(sum / (count * STEPS * observed)).isCloseTo(loss, within(1e-5 * loss));
    double largest = 0;
    double[] expected = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double keep = exact[i];
      double[] side = new double[2];
      for (int k = 0; k < 2; k++) {
        exact[i] = keep + (k == 0 ? 1e-7 : -1e-7);
        side[k] =
            ScalarForcing.loss(map, exact, mapWeights, states, observed, x, count, STEPS, alpha);
      }
      exact[i] = keep;
      expected[i] = (side[0] - side[1]) / 2e-7;
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    for (int i = 0; i < weights.length; i++) {
      assertThat((double) gradient[i])
          .as("weight %d", i)
          .isCloseTo(expected[i], within(2e-4 * largest));
    }
  }

  static float[] constant(float alpha) {
    float[] values = new float[STEPS + 1];
    Arrays.fill(values, alpha);
    return values;
  }

  static float[] sparse(int interval) {
    float[] values = new float[STEPS + 1];
    for (int t = 0; t <= STEPS; t += interval) {
      values[t] = 1;
    }
    return values;
  }
}
