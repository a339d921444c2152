package io.ergodic.datasets.chaos.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.datasets.invariant.LyapunovEstimator;
import io.ergodic.datasets.invariant.LyapunovSettings;
import io.ergodic.datasets.invariant.MapSubjects;
import io.ergodic.datasets.invariant.Status;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChaoticMapTest {
  static Stream<IteratedMap> maps() {
    return ChaoticMap.registry().all().stream().map(IteratedMap::standard);
  }

  private static IteratedMap map(String settings) {
    return IteratedMap.read(Settings.parse(settings, ""));
  }

  private static LyapunovEstimate spectrum(IteratedMap map, int iterations) {
    return LyapunovEstimator.estimate(
        MapSubjects.subject(map.map().name(), map),
        LyapunovSettings.standard(1).lengths(iterations, iterations));
  }

  @Test
  void holdsAllOfTheCatalogue() {
    assertThat(ChaoticMap.registry().names()).hasSize(24);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void jacobianIsTheDerivative(IteratedMap map) {
    int n = map.dimension();
    double[] x = map.start();
    double[] next = new double[n];
    double[] ahead = new double[n];
    double[] behind = new double[n];
    double[] jacobian = new double[n * n];
    for (int k = 0; k < 20; k++) {
      map.apply(x, next);
      System.arraycopy(next, 0, x, 0, n);
      map.jacobian(x, jacobian);
      for (int j = 0; j < n; j++) {
        double value = x[j];
        double h = 1e-6;
        x[j] = value + h;
        map.apply(x, ahead);
        x[j] = value - h;
        map.apply(x, behind);
        x[j] = value;
        for (int i = 0; i < n; i++) {
          double difference = (ahead[i] - behind[i]) / (2 * h);
          assertThat(jacobian[i * n + j])
              .as("entry %d, %d of %s at %s", i, j, map, Arrays.toString(x))
              .isCloseTo(difference, within(1e-4 * Math.max(1, Math.abs(difference))));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void staysBoundedAndChaotic(IteratedMap map) {
    LyapunovEstimate estimate = spectrum(map, 100_000);
    Estimate largest = estimate.largest();
    if (List.of("Bogdanov", "GumowskiMira").contains(map.map().name())) {
      // an invariant circle; a sink after some thousand chaotic iterations
      assertThat(estimate.status()).isNotEqualTo(Status.CHAOTIC);
      assertThat(largest.value()).isLessThan(3e-4);
      return;
    }
    assertThat(largest.value())
        .as("%s", map)
        .isGreaterThan(3 * largest.standardError())
        .isLessThan(3);
    map.exponent()
        .ifPresent(
            known ->
                assertThat(largest.value())
                    .as("%s", map)
                    .isCloseTo(known, within(4 * largest.standardError() + 1e-3)));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void cardIsComplete(IteratedMap map) {
    SystemCard card = map.map().card();
    assertThat(card.citation()).containsPattern("\\d{4}");
    assertThat(card.start()).hasSize(card.dimension());
    assertThat(map.map().getClass().getSimpleName()).isEqualTo(card.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "system = Logistic, parameters.r = 4 | 0.6931471805599453",
        "system = Tent, parameters.mu = 1 | 0.6931471805599453",
        "system = Tent | 0.6418538861723947",
        "system = Baker | 0.6931471805599453",
        "system = Chebyshev, parameters.a = 5 | 1.6094379124341003",
        "system = Henon | 0.41922",
        "system = Ikeda | 0.50760"
      })
  void exponentsAreThoseOfTheory(String settings, double known) {
    Estimate largest = spectrum(map(settings), 1_000_000).largest();
    assertThat(largest.value()).isCloseTo(known, within(4 * largest.standardError() + 1e-5));
    assertThat(largest.standardError()).isLessThan(2e-3);
  }

  @ParameterizedTest
  @CsvSource({
    "Henon, -1.2039728043259361",
    "Ikeda, -0.21072103131565256",
    "Baker, 0",
    "Chirikov, 0",
    "BlinkingVortexMap, 0",
    "Bogdanov, 0",
    "Gingerbreadman, 0",
    "Hopalong, 0",
    "DuffingMap, -1.6094379124341003",
    "GumowskiMira, -0.07257069283483537"
  })
  void exponentsAddUpToTheContractionOfArea(String name, double logarithm) {
    LyapunovEstimate estimate = spectrum(map("system = " + name), 20_000);
    double sum = estimate.exponents().stream().mapToDouble(Estimate::value).sum();
    assertThat(sum).isCloseTo(logarithm, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "system = Tent, parameters.mu = 1",
        "system = Baker",
        "system = KaplanYorke",
        "system = Logistic, parameters.r = 4"
      })
  void slopeTwoDoesNotCollapse(String settings) {
    IteratedMap map = map(settings);
    double[] x = map.start();
    double[] next = new double[x.length];
    double mean = 0;
    int count = 2_000_000;
    for (int k = 0; k < count; k++) {
      map.apply(x, next);
      System.arraycopy(next, 0, x, 0, x.length);
      mean += x[0] / count;
    }
    assertThat(mean).isCloseTo(0.5, within(2e-3));
  }

  @Test
  void uncoupledLatticeIsManyLogisticMaps() {
    IteratedMap lattice =
        map("system = CoupledLogistic, dimension = 5, parameters { a = 2, eps = 0 }");
    for (Estimate exponent : spectrum(lattice, 200_000).exponents()) {
      assertThat(exponent.value()).isCloseTo(Math.log(2), within(5e-3));
    }
    assertThat(map("system = CoupledLogistic, dimension = 300").start().length).isEqualTo(300);
  }
}
