package io.ergodic.models.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.Series;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavitzkyGolayTest {
  @Test
  void keepsCubicsAndReducesNoise() {
    double[] cubic =
        IntStream.range(0, 40)
            .mapToDouble(i -> 1 + 0.1 * i - 0.01 * i * i + 1e-3 * i * i * i)
            .toArray();
    double[] smooth = new SavitzkyGolay(15, 3).apply(new Series("s", 0, 1, 1, cubic)).values();
    for (int i = 0; i < cubic.length; i++) {
      assertThat(smooth[i]).isCloseTo(cubic[i], within(1e-9));
    }
    double[] alternating = IntStream.range(0, 41).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
    double[] flat = new SavitzkyGolay(15, 3).apply(new Series("s", 0, 1, 1, alternating)).values();
    assertThat(Math.abs(flat[20])).isLessThan(0.3);
  }
}
