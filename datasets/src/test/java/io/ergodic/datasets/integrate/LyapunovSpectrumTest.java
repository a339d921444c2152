package io.ergodic.datasets.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LyapunovSpectrumTest {
  private static final Tolerance TOLERANCE = new Tolerance(1e-8, 1e-8);

  private static double[] spectrum(String name, int periods) {
    ChaoticFlow flow = ChaoticFlow.standard(ChaoticSystem.registry().get(name, "test"));
    double period = flow.period();
    return LyapunovSpectrum.of(
        flow, flow.start(), 100 * period, period / 8, 8 * periods, 3, TOLERANCE);
  }

  @Test
  void ofLorenz() {
    double[] exponents = spectrum("Lorenz", 3000);
    assertThat(exponents[0]).isCloseTo(0.9056, Percentage.withPercentage(2));
    assertThat(exponents[1]).isCloseTo(0, within(0.01));
    assertThat(exponents[0] + exponents[1] + exponents[2])
        .as("the divergence of the field")
        .isCloseTo(-(11 + 8.0 / 3), within(1e-5));
  }

  @Test
  void ofRossler() {
    double[] exponents = spectrum("Rossler", 3000);
    assertThat(exponents[0]).isCloseTo(0.0714, Percentage.withPercentage(6));
    assertThat(exponents[1]).isCloseTo(0, within(0.002));
    assertThat(exponents[2]).isCloseTo(-5.394, Percentage.withPercentage(2));
  }
}
