package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Affine maps of many examples against sums written out. */
class DenseLanesTest {
  @Test
  void mapAdjointAndGradientsAreSums() {
    for (int[] form : new int[][] {{3, 5, 8}, {11, 1, 16}, {1, 8, 8}, {8, 17, 24}}) {
      check(form[0], form[1], form[2]);
    }
  }

  private static void check(int inputs, int outputs, int lanes) {
    Random random = new Random(inputs + 31L * outputs);
    DenseLanes layer = new DenseLanes(inputs, outputs);
    float[] weights = new float[layer.parameterCount() + 2];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    double[] x = random.doubles((long) inputs * lanes, -1, 1).toArray();
    double[] dy = random.doubles((long) outputs * lanes, -1, 1).toArray();
    double[] y = new double[outputs * lanes];
    double[] dx = new double[inputs * lanes];
    double[] gradient = new double[weights.length];
    layer.load(weights, 2);
    layer.forward(x, 0, y, 0, lanes);
    layer.backward(dy, 0, dx, 0, lanes);
    layer.accumulate(x, 0, dy, 0, lanes);
    layer.accumulate(x, 0, dy, 0, lanes);
    layer.gradient(gradient, 2);
    for (int lane = 0; lane < lanes; lane++) {
      for (int o = 0; o < outputs; o++) {
        double sum = weights[2 + inputs * outputs + o];
        for (int i = 0; i < inputs; i++) {
          sum += weights[2 + o * inputs + i] * x[i * lanes + lane];
        }
        assertThat(y[o * lanes + lane]).isCloseTo(sum, within(1e-13));
      }
      for (int i = 0; i < inputs; i++) {
        double sum = 0;
        for (int o = 0; o < outputs; o++) {
          sum += weights[2 + o * inputs + i] * dy[o * lanes + lane];
        }
        assertThat(dx[i * lanes + lane]).isCloseTo(sum, within(1e-13));
      }
    }
    for (int o = 0; o < outputs; o++) {
      double bias = 0;
      for (int lane = 0; lane < lanes; lane++) {
        bias += dy[o * lanes + lane];
      }
      assertThat(gradient[2 + inputs * outputs + o]).isCloseTo(2 * bias, within(1e-12));
      for (int i = 0; i < inputs; i++) {
        double sum = 0;
        for (int lane = 0; lane < lanes; lane++) {
          sum += dy[o * lanes + lane] * x[i * lanes + lane];
        }
        assertThat(gradient[2 + o * inputs + i]).isCloseTo(2 * sum, within(1e-12));
      }
    }
    layer.forget();
    double[] nothing = new double[weights.length];
    layer.gradient(nothing, 2);
    assertThat(nothing).containsOnly(0);
  }
}
