package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ExponentEstimateTest {
  @Test
  void standardErrorIsThatOfTheMeanForIndependentStretchings() {
    RandomGenerator random = RandomStreams.stream(1, "test");
    TangentDynamics noise =
        new TangentDynamics() {
          @Override
          public int vectors() {
            return 1;
          }

          @Override
          public double advance(double[] logarithms) {
            logarithms[0] = 0.5 * (3 + random.nextGaussian());
            return 0.5;
          }
        };
    ExponentEstimate estimate = ExponentEstimate.of(noise, 10, 400, 25);
    assertThat(estimate.exponents()[0]).isCloseTo(3, within(0.05));
    assertThat(estimate.standardErrors()[0]).isCloseTo(0.01, within(0.001));
    assertThatThrownBy(() -> ExponentEstimate.of(noise, 0, 1, 1)).hasMessageContaining("1 batches");
  }
}
