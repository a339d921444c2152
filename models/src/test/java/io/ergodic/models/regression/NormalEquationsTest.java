package io.ergodic.models.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;

class NormalEquationsTest {
  @Test
  void mergedEquationsAreThoseOfTheWhole() {
    double[][] x = new double[10][];
    double[][] y = new double[10][];
    for (int i = 0; i < 10; i++) {
      x[i] = new double[] {1, i, i * i % 7};
      y[i] = new double[] {2 + 3 * i, -i};
    }
    NormalEquations whole = new NormalEquations(3, 2);
    whole.add(x, y, 10);
    NormalEquations left = new NormalEquations(3, 2);
    left.add(x, y, 6);
    NormalEquations right = new NormalEquations(3, 2);
    right.add(Arrays.copyOfRange(x, 6, 10), Arrays.copyOfRange(y, 6, 10), 4);
    left.merge(right);
    assertThat(left.gram()).isEqualTo(whole.gram());
    assertThat(left.cross()).isEqualTo(whole.cross());
    var exact = new Array2DRowRealMatrix(new double[][] {{2, 0}, {3, -1}, {0, 0}});
    assertThat(whole.meanSquaredError(exact)).isCloseTo(0, within(1e-9));
  }
}
