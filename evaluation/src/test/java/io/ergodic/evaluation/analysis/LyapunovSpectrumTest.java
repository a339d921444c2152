package io.ergodic.evaluation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.evaluation.testing.MapDynamics;
import org.junit.jupiter.api.Test;

class LyapunovSpectrumTest {
  /** The cat map stretches by the square of the golden ratio and shrinks by as much. */
  @Test
  void ofTheCatMap() {
    MapDynamics cat =
        new MapDynamics(
            2,
            z -> new double[] {(2 * z[0] + z[1]) % 1, (z[0] + z[1]) % 1},
            z -> new double[] {2, 1, 1, 1});
    LyapunovEstimate spectrum =
        LyapunovSpectrum.of(cat, new double[] {0.1, 0.7}, 0.5, 100, 2000, 1);
    double rate = 2 * Math.log((3 + Math.sqrt(5)) / 2);
    assertThat(spectrum.largest().value()).isCloseTo(rate, within(1e-9));
    assertThat(spectrum.exponents().get(1).value()).isCloseTo(-rate, within(1e-9));
    assertThat(spectrum.kaplanYorke().value()).isCloseTo(2, within(1e-9));
  }

  /** Of 40 exponents only those are computed that the dimension needs. */
  @Test
  void ofADiagonalMap() {
    double[] matrix = new double[1600];
    for (int i = 0; i < 40; i++) {
      matrix[41 * i] = i < 10 ? 1.1 : Math.exp(-i);
    }
    MapDynamics map =
        new MapDynamics(40, z -> z, z -> matrix); // the state rests: the Jacobian is the same
    LyapunovEstimate spectrum = LyapunovSpectrum.of(map, new double[40], 1, 0, 400, 3);
    assertThat(spectrum.exponents()).hasSize(16);
    assertThat(spectrum.exponents().subList(0, 10))
        .extracting(Estimate::value)
        .allSatisfy(e -> assertThat(e).isCloseTo(Math.log(1.1), within(1e-6)));
    assertThat(spectrum.exponents().get(10).value()).isCloseTo(-10, within(1e-6));
    assertThat(spectrum.kaplanYorke().value())
        .isCloseTo(10 + 10 * Math.log(1.1) / 10, within(1e-6));
  }

  @Test
  void theSameModelHasTheSameSpectrum() {
    MapDynamics logistic = MapDynamics.logistic();
    double[] start = {0.3};
    LyapunovEstimate one = LyapunovSpectrum.of(logistic, start, 1, 100, 20_000, 1);
    assertThat(start).containsExactly(0.3);
    assertThat(LyapunovSpectrum.of(logistic, start, 1, 100, 20_000, 1)).isEqualTo(one);
    assertThat(one.largest().value()).isCloseTo(Math.log(2), within(0.02));
    assertThat(one.kaplanYorke().value()).isEqualTo(1);
  }

  @Test
  void anOrbitThatLeavesHasNone() {
    LyapunovEstimate none =
        LyapunovSpectrum.of(MapDynamics.linear(2), new double[] {1}, 1, 1000, 1000, 1);
    assertThat(none.exponents()).isEmpty();
    assertThat(none.reason()).contains("divergence");
    assertThat(none.kaplanYorke().known()).isFalse();
  }
}
