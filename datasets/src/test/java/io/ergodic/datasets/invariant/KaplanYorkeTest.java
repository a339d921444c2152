package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaplanYorkeTest {
  @Test
  void isTheFormulaOnKnownSpectra() {
    assertThat(KaplanYorke.dimension(new double[] {1, 0, -2}, 3)).isEqualTo(2.5);
    assertThat(KaplanYorke.dimension(new double[] {0.9056, 0, -14.5723}, 3))
        .isCloseTo(2.0621, within(1e-4));
    assertThat(KaplanYorke.dimension(new double[] {0.4, 0.1, 0, -1, -2}, 5)).isEqualTo(3.5);
  }

  @Test
  void knowsTheCornerCases() {
    assertThat(KaplanYorke.dimension(new double[] {-1, -2}, 2)).isZero();
    assertThat(KaplanYorke.dimension(new double[] {0, -1}, 2)).isEqualTo(1);
    assertThat(KaplanYorke.dimension(new double[] {1, 0, -1}, 3)).isEqualTo(3);
    assertThat(KaplanYorke.dimension(new double[] {1, 0.5}, 9)).isNaN();
  }
}
