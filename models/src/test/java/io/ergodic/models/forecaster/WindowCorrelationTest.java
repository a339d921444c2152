package io.ergodic.models.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class WindowCorrelationTest {
  private static final int LENGTH = 4;

  /** Two waves and a variable that hardly moves. */
  private static Series series(String id, int rows, double phase) {
    double[] values = new double[3 * rows];
    for (int t = 0; t < rows; t++) {
      values[3 * t] = Math.sin(0.7 * t + phase) + 0.3 * Math.cos(2.1 * t);
      values[3 * t + 1] = 5 + 2 * Math.cos(0.4 * t + phase) + 0.01 * t;
      values[3 * t + 2] = 1 + 1e-3 * Math.sin(t);
    }
    return new Series(id, 0, 1, 3, values);
  }

  /**
   * By numpy.cov(rowvar=False) of numpy.lib.stride_tricks.sliding_window_view of both series
   * (stacked), divided by its diagonal along axis 1, numpy.mean of the two first variables,
   * numpy.linalg.eigh (lower triangle), eigenvectors in falling order.
   */
  private static final double[][] EIGENVECTORS = {
    {-0.40561062347975596, -0.5754007961144803, -0.5795296151042015, -0.4105354688310891},
    {-0.6557836907828858, -0.27110922372987645, 0.2659524026258619, 0.6524698148185031},
    {-0.6017387672480078, 0.4721765942329277, 0.3399523528074696, -0.5471673580085952},
    {-0.2081783586600391, 0.6102974491983388, -0.6912648859701853, 0.32611600989868605}
  };

  private static final double[] BELOW_DIAGONAL = {
    1.0,
    0.7736668956278082,
    1.0,
    0.3784118682273448,
    0.7763466000266732,
    1.0,
    -0.0435174534237297,
    0.37402745113538194,
    0.7883813872457158,
    1.0
  };

  @Test
  void theMatrixAndItsEigenvectorsAreThoseOfNumPy() {
    List<Series> both = List.of(series("a", 30, 0), series("b", 20, 1));
    RealMatrix mean = new WindowCorrelation(LENGTH).mean(both);
    int k = 0;
    for (int i = 0; i < LENGTH; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(mean.getEntry(i, j)).isCloseTo(BELOW_DIAGONAL[k++], within(1e-12));
        assertThat(mean.getEntry(j, i)).isEqualTo(mean.getEntry(i, j));
      }
    }
    float[] rows = new WindowCorrelation(LENGTH).eigenvectors(both);
    for (int i = 0; i < LENGTH; i++) {
      double product = 0;
      for (int j = 0; j < LENGTH; j++) {
        product += rows[i * LENGTH + j] * EIGENVECTORS[i][j];
      }
      // Their signs are free.
      assertThat(Math.abs(product)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void theRowsAreOrthonormal() {
    float[] rows = new WindowCorrelation(24).eigenvectors(List.of(series("a", 200, 0)));
    for (int i = 0; i < 24; i++) {
      for (int j = 0; j < 24; j++) {
        double product = 0;
        for (int k = 0; k < 24; k++) {
          product += rows[i * 24 + k] * rows[j * 24 + k];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-5));
      }
    }
  }

  @Test
  void whatHasNoCorrelationIsNamed() {
    double[] holed = series("holed", 30, 0).values();
    holed[4] = Double.NaN;
    refused(new Series("holed", 0, 1, 3, holed), "row 1 of holed holds a missing value");
    refused(series("short", 4, 0), "no two windows of 4 rows");
    refused(new Series("still", 0, 1, 1, new double[30]), "no variable of the train split");
  }

  private static void refused(Series series, String message) {
    assertThatThrownBy(() -> new WindowCorrelation(LENGTH).eigenvectors(List.of(series)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void variablesAreWeighedByTheSoftmaxOfTheirCorrelations() {
    double[] values = {1, -2, 7, 2, -4, 7, 4, -8, 7};
    float[] weights = VariableCorrelation.softmax(List.of(new Series("s", 0, 1, 3, values)));
    // The first two are opposites, the third is constant.
    double opposite = Math.exp(1) + Math.exp(-1) + 1;
    assertThat(weights[0]).isCloseTo((float) (Math.exp(1) / opposite), within(1e-6f));
    assertThat(weights[1]).isCloseTo((float) (Math.exp(-1) / opposite), within(1e-6f));
    assertThat(weights[2]).isCloseTo((float) (1 / opposite), within(1e-6f));
    assertThat(weights[8]).isCloseTo((float) (Math.E / (Math.E + 2)), within(1e-6f));
  }
}
