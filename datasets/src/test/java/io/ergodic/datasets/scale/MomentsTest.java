package io.ergodic.datasets.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {
  @Test
  void givesPopulationDeviations() {
    Scaler scaler = moments(0, 8, 2, 4, 4, 4, 5, 5, 7, 9).scaler();

    assertThat(scaler.mean()).containsExactly(5);
    assertThat(scaler.deviation()[0]).isCloseTo(2, within(1e-15));
  }

  @Test
  void keepsDeviationOneForAConstantColumnAndForNoRows() {
    assertThat(moments(0, 3, 4, 4, 4).scaler().deviation()).containsExactly(1);
    assertThat(new Moments(2).scaler().deviation()).containsExactly(1, 1);
  }

  @Test
  void mergesToTheMomentsOfAllRows() {
    double[] values = {1e6 + 1, 1e6 - 3, 1e6 + 7, 1e6, 1e6 + 2, 1e6 - 9, 1e6 + 4};
    Scaler whole = moments(0, values.length, values).scaler();
    for (int cut = 0; cut <= values.length; cut++) {
      Moments left = moments(0, cut, values);
      left.merge(moments(cut, values.length, values));

      assertThat(left.count()).isEqualTo(values.length);
      assertThat(left.scaler().mean()[0]).isCloseTo(whole.mean()[0], within(1e-9));
      assertThat(left.scaler().deviation()[0]).isCloseTo(whole.deviation()[0], within(1e-9));
    }
  }

  @Test
  void readsBytesWithoutSign() {
    Moments bytes = new Moments(1);
    bytes.add(new byte[] {0}, 0, 1 / 255.0);
    bytes.add(new byte[] {(byte) 255}, 0, 1 / 255.0);

    assertThat(bytes.scaler().mean()).containsExactly(0.5);
    assertThat(bytes.scaler().deviation()).containsExactly(0.5);
  }

  @Test
  void standardisesColumnByColumn() {
    double[] values = {1, 10, 3, 30};
    new Scaler(new double[] {2, 20}, new double[] {1, 5}).apply(values);

    assertThat(values).containsExactly(-1, -2, 1, 2);
  }

  private static Moments moments(int from, int to, double... values) {
    Moments moments = new Moments(1);
    for (int i = from; i < to; i++) {
      moments.add(values, i);
    }
    return moments;
  }
}
