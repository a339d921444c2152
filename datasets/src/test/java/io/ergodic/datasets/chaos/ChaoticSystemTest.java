package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.integrate.LyapunovSpectrum;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.settings.Settings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every entry of the catalogue must keep. */
class ChaoticSystemTest {
  private static final Tolerance TOLERANCE = new Tolerance(1e-8, 1e-8);

  static Stream<ChaoticFlow> flows() {
    Stream<ChaoticFlow> rings =
        Stream.of(5, 9)
            .map(n -> Settings.parse("system = Lorenz96, parameters.f = 8, dimension = " + n, ""))
            .map(ChaoticFlow::read);
    return Stream.concat(ChaoticSystem.registry().all().stream().map(ChaoticFlow::standard), rings);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void jacobianIsTheDerivative(ChaoticFlow flow) {
    int n = flow.dimension();
    double[] orbit =
        FlowSampling.sample(flow, TOLERANCE, flow.start(), 10 * flow.period(), flow.period(), 8);
    double[] jacobian = new double[n * n];
    double[] velocity = new double[n];
    for (int k = 0; k < 8; k++) {
      double[] x = java.util.Arrays.copyOfRange(orbit, k * n, (k + 1) * n);
      flow.jacobian(x, jacobian);
      for (int j = 0; j < n; j++) {
        double value = x[j];
        double h = 1e-5 * Math.max(1, Math.abs(value));
        double[] difference = new double[n];
        // of fourth order, since some fields have steep gates
        for (int step : new int[] {-2, -1, 1, 2}) {
          x[j] = value + step * h;
          flow.derivative(x, velocity);
          double weight = (step % 2 == 0 ? -1.0 / 12 : 2.0 / 3) * Integer.signum(step) / h;
          for (int i = 0; i < n; i++) {
            difference[i] += weight * velocity[i];
          }
        }
        x[j] = value;
        for (int i = 0; i < n; i++) {
          double allowed = 1e-5 * Math.max(1, Math.abs(difference[i]));
          assertThat(jacobian[i * n + j])
              .as("entry %d, %d of %s at sample %d", i, j, flow, k)
              .isCloseTo(difference[i], within(allowed));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void staysBoundedAndChaotic(ChaoticFlow flow) {
    double period = flow.period();
    double exponent =
        LyapunovSpectrum.of(
            flow, flow.start(), 100 * period, period / 4, 4 * 400, 1, new Tolerance(1e-7, 1e-7))[0];
    SystemTraits traits = flow.system().traits();
    if (traits.regime() == SystemTraits.Regime.REGULAR) {
      assertThat(exponent).isLessThan(0.05 / period);
    } else if (traits.regime() == SystemTraits.Regime.CHAOTIC
        && traits.smoothness() != SystemTraits.Smoothness.DISCONTINUOUS) {
      // chaos in a divided phase space sticks to islands, so 400 periods say little of its strength
      double share = flow.exponent().orElse(0) * period < 0.3 || traits.hamiltonian() ? 0.9 : 0.4;
      double known = flow.exponent().orElse(0.1 / period);
      double highest = flow.exponent().isEmpty() ? 1e9 : known * (1 + share);
      assertThat(exponent).isBetween(known * (1 - share), highest);
    } else {
      assertThat(exponent).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void cardIsComplete(ChaoticFlow flow) {
    SystemCard card = flow.system().card();
    assertThat(card.citation()).containsPattern("\\d{4}");
    assertThat(card.period()).isPositive();
    assertThat(card.start()).hasSize(card.dimension());
    assertThat(card.parameters()).doesNotHaveDuplicates();
    assertThat(flow.system().getClass().getSimpleName()).isEqualTo(card.name());
  }

  @Test
  void knowsItsExponentOnlyAtTheParametersItBelongsTo() {
    Settings standard = Settings.parse("system = Lorenz", "");
    Settings other = Settings.parse("system = Lorenz, parameters.rho = 60", "");
    assertThat(ChaoticFlow.read(standard).exponent()).hasValue(0.9056);
    assertThat(ChaoticFlow.read(other).exponent()).isEmpty();
  }
}
