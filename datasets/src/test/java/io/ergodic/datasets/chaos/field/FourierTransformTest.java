package io.ergodic.datasets.chaos.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.spectral.FourierTransform;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 12, 30, 49, 64, 97})
  void isTheSumThatDefinesItAndGoesBack(int n) {
    RandomGenerator random = RandomStreams.stream(n, "test");
    double[] real = random.doubles(n).toArray();
    double[] imaginary = random.doubles(n).toArray();
    double[] a = real.clone();
    double[] b = imaginary.clone();
    FourierTransform transform = new FourierTransform(n);
    transform.forward(a, b);
    for (int k = 0; k < n; k++) {
      double sumReal = 0;
      double sumImaginary = 0;
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * j * k / n;
        sumReal += real[j] * Math.cos(angle) - imaginary[j] * Math.sin(angle);
        sumImaginary += real[j] * Math.sin(angle) + imaginary[j] * Math.cos(angle);
      }
      assertThat(a[k]).isCloseTo(sumReal, within(1e-11));
      assertThat(b[k]).isCloseTo(sumImaginary, within(1e-11));
    }
    transform.inverse(a, b);
    for (int k = 0; k < n; k++) {
      assertThat(a[k]).isCloseTo(real[k], within(1e-14));
      assertThat(b[k]).isCloseTo(imaginary[k], within(1e-14));
    }
  }
}
