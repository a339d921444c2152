package io.ergodic.models.plrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.kernel.IdentityObservation;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.kernel.Lanes;
import io.ergodic.models.kernel.TeacherForcing;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The Legendre memory unit: map against Jacobian, kernel against map, gradient against both. */
class LegendreMapTest {
  private static final LegendreArchitecture FORM = new LegendreArchitecture(2, 5, 3, 4);
  private static final int STATES = FORM.states();
  private static final int STEPS = 21;
  private static final int SEQUENCES = 3;

  private static float[] weights() {
    RandomGenerator random = RandomStreams.stream(5, "weights");
    float[] all = new float[FORM.parameterCount() + (STATES - 2) * 2];
    FORM.initialise(all, random);
    // The memory feeds itself too, and what is shown is shifted.
    for (int i = 0; i < all.length; i++) {
      all[i] += (float) (0.2 * random.nextDouble() - 0.1);
    }
    return all;
  }

  @Test
  void jacobiansAreDifferences() {
    StateMap map = FORM.map(weights());
    double[] state = RandomStreams.stream(5, "state").doubles(STATES, -1, 1).toArray();
    double[] jacobian = new double[STATES * STATES];
    map.jacobian(state, jacobian);
    double[] up = new double[STATES];
    double[] down = new double[STATES];
    for (int j = 0; j < STATES; j++) {
      double[] moved = state.clone();
      moved[j] += 1e-5;
      map.step(moved, up);
      moved[j] -= 2e-5;
      map.step(moved, down);
      for (int i = 0; i < STATES; i++) {
        assertThat((up[i] - down[i]) / 2e-5).isCloseTo(jacobian[i * STATES + j], within(1e-8));
      }
    }
  }

  @Test
  void theKernelStepsAsTheMap() {
    float[] weights = weights();
    LaneCell cell = FORM.cell();
    assertThat(cell.parameterCount()).isEqualTo(FORM.parameterCount());
    cell.load(weights, 0);
    float[] state = new float[STATES * Lanes.COUNT];
    double[] drawn = RandomStreams.stream(6, "state").doubles(state.length, -1, 1).toArray();
    for (int i = 0; i < state.length; i++) {
      state[i] = (float) drawn[i];
    }
    float[] next = new float[state.length];
    cell.forwardStep(state, 0, next, 0);
    StateMap map = FORM.map(weights);
    double[] one = new double[STATES];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      for (int i = 0; i < STATES; i++) {
        one[i] = state[i * Lanes.COUNT + lane];
      }
      map.step(one, one);
      for (int i = 0; i < STATES; i++) {
        assertThat((double) next[i * Lanes.COUNT + lane]).isCloseTo(one[i], within(1e-5));
      }
    }
  }

  /** Forced by a fifth; the twin in double precision is the map. */
  @Test
  void gradientsAreDifferencesOfTheMap() {
    float[] weights = weights();
    float[] x = new float[(STEPS + 1) * 2 * Lanes.COUNT];
    double[] drawn = RandomStreams.stream(7, "x").doubles(x.length, -1, 1).toArray();
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) drawn[i];
    }
    float[] alpha = new float[STEPS + 1];
    Arrays.fill(alpha, 0.2f);
    float[] scale = new float[Lanes.COUNT];
    double terms = 2.0 * SEQUENCES * STEPS;
    Arrays.fill(scale, 0, SEQUENCES, (float) (2 / terms));
    LaneCell cell = FORM.cell();
    IdentityObservation observation = new IdentityObservation(STATES, 2);
    cell.load(weights, 0);
    observation.load(weights, FORM.parameterCount());
    double loss =
        new TeacherForcing(cell, observation, STEPS).run(x, alpha, scale, SEQUENCES, true) / terms;
    float[] gradient = new float[weights.length];
    cell.gradient(gradient, 0);
    observation.gradient(gradient, FORM.parameterCount());
    assertThat(loss).isCloseTo(twin(weights, x, alpha), within(1e-5));
    for (int i = 0; i < weights.length; i++) {
      float[] moved = weights.clone();
      moved[i] = weights[i] + 0x1p-9f;
      double up = twin(moved, x, alpha);
      double width = moved[i];
      moved[i] = weights[i] - 0x1p-9f;
      width -= moved[i];
      double difference = (up - twin(moved, x, alpha)) / width;
      assertThat((double) gradient[i])
          .as("gradient " + i)
          .isCloseTo(difference, within(2e-5 + 1e-3 * Math.abs(difference)));
    }
  }

  private static double twin(float[] weights, float[] x, float[] alpha) {
    StateMap map = FORM.map(weights);
    double sum = 0;
    for (int lane = 0; lane < SEQUENCES; lane++) {
      double[] z = new double[STATES];
      for (int i = 0; i < STATES; i++) {
        int row = FORM.parameterCount() + (i - 2) * 2;
        z[i] =
            i < 2
                ? x[i * Lanes.COUNT + lane]
                : weights[row] * x[lane] + weights[row + 1] * x[Lanes.COUNT + lane];
      }
      for (int t = 0; t < STEPS; t++) {
        map.step(z, z);
        for (int n = 0; n < 2; n++) {
          double truth = x[((t + 1) * 2 + n) * Lanes.COUNT + lane];
          sum += (z[n] - truth) * (z[n] - truth);
          z[n] += alpha[t + 1] * (truth - z[n]);
        }
      }
    }
    return sum / (2.0 * SEQUENCES * STEPS);
  }
}
