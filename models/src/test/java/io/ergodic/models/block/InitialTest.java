package io.ergodic.models.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First values of parameters, by their definitions. */
class InitialTest {
  /** Three values in front stay as they are. */
  private static float[] fill(Initial initial, long... shape) {
    int count = 1;
    for (long axis : shape) {
      count *= (int) axis;
    }
    float[] target = new float[count + 3];
    target[0] = target[1] = target[2] = 77;
    initial.fill(target, 3, shape, RandomStreams.stream(5, "initial"));
    assertThat(target).startsWith(77, 77, 77);
    float[] values = new float[count];
    System.arraycopy(target, 3, values, 0, count);
    return values;
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * (double) value;
    }
    return Math.sqrt(squares / values.length);
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void constantsAreEverywhere() {
    assertThat(fill(Initial.constant(1.5), 2, 2)).containsExactly(1.5f, 1.5f, 1.5f, 1.5f);
  }

  /** The standard error of a deviation of 20,000 values is half a percent. */
  @Test
  void drawsHaveTheirDeviations() {
    float[] uniform = fill(Initial.uniform(0.3), 100, 200);
    assertThat(deviation(uniform)).isCloseTo(0.3 / Math.sqrt(3), within(0.003));
    assertThat(largest(uniform)).isBetween(0.299, 0.3);
    assertThat(deviation(fill(Initial.fan(25), 100, 200)))
        .isCloseTo(1 / Math.sqrt(75), within(0.002));
    assertThat(largest(fill(Initial.fan(25), 100, 200))).isBetween(0.199, 0.2);
    assertThat(deviation(fill(Initial.normal(0.5), 100, 200))).isCloseTo(0.5, within(0.01));
    assertThat(deviation(fill(Initial.kaiming(8), 100, 200))).isCloseTo(0.5, within(0.01));
    float[] truncated = fill(Initial.truncated(0.5), 100, 200);
    assertThat(largest(truncated)).isBetween(0.98, 1.0);
    // Variance of a normal cut at two deviations: 1 - 4 phi(2) / (2 Phi(2) - 1) = 0.7737.
    assertThat(deviation(truncated)).isCloseTo(0.5 * Math.sqrt(0.7737), within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"3, 7, 1", "7, 3, 1", "4, 4, 1.5", "1, 5, 2", "5, 1, 2"})
  void theFewerLinesAreOrthonormal(int rows, int columns, double gain) {
    float[] matrix = fill(Initial.orthogonal(gain), rows, columns);
    boolean wide = rows <= columns;
    int lines = Math.min(rows, columns);
    for (int i = 0; i < lines; i++) {
      for (int j = 0; j < lines; j++) {
        double product = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          double a = wide ? matrix[i * columns + k] : matrix[k * columns + i];
          double b = wide ? matrix[j * columns + k] : matrix[k * columns + j];
          product += a * b;
        }
        assertThat(product).isCloseTo(i == j ? gain * gain : 0, within(1e-5));
      }
    }
  }

  /** The axes behind the first count as one. */
  @Test
  void kernelsAreOrthogonalAsMatrices() {
    float[] kernel = fill(Initial.orthogonal(1), 2, 3, 2, 2);
    double product = 0;
    double norm = 0;
    for (int k = 0; k < 12; k++) {
      product += kernel[k] * (double) kernel[12 + k];
      norm += kernel[k] * (double) kernel[k];
    }
    assertThat(product).isCloseTo(0, within(1e-6));
    assertThat(norm).isCloseTo(1, within(1e-6));
  }

  /** The middle of the kernel from each input to the output of its number. */
  @Test
  void diracPassesTheInputThrough() {
    float[] kernel = fill(Initial.dirac(), 3, 2, 3, 3);
    for (int out = 0; out < 3; out++) {
      for (int in = 0; in < 2; in++) {
        for (int k = 0; k < 9; k++) {
          float expected = out == in && k == 4 ? 1 : 0;
          assertThat(kernel[(out * 2 + in) * 9 + k]).isEqualTo(expected);
        }
      }
    }
    assertThat(fill(Initial.dirac(), 1, 2, 1)).containsExactly(1, 0);
  }

  /** Gu et al. (2020), equation of LegS. */
  @Test
  void hippoIsTheMatrixOfLegendrePolynomials() {
    float root3 = (float) Math.sqrt(3);
    float root5 = (float) Math.sqrt(5);
    float root15 = (float) Math.sqrt(15);
    assertThat(fill(Initial.hippo(), 3, 3))
        .containsExactly(new float[] {-1, 0, 0, -root3, -2, 0, -root5, -root15, -3}, within(1e-6f));
  }
}
