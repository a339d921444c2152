package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sources map, delay and field. */
class SampledSourcesTest {
  static Stream<String> maps() {
    return ChaoticMap.registry().names().stream();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void everyMapGivesOrbitsFromManyStarts(String name) {
    String settings = "length = 500, trajectories.train = 8, transient = 1000, system = " + name;
    Rows rows = Rows.of("map", settings, 5);
    assertThat(rows.series(Split.TRAIN)).hasSize(8);
    assertThat(rows.series(Split.TRAIN).stream().map(s -> s.value(499, 0)).distinct())
        .hasSizeGreaterThan(4);
    assertThat(rows.plan().schema().step()).isEqualTo(1);
    assertThat(rows.plan().schema().properties()).doesNotContainKey("period");
  }

  @Test
  void anOrbitObeysItsMap() {
    Series orbit = Rows.of("map", "system = Henon, length = 50", 1).series(Split.TRAIN).get(0);
    for (int k = 0; k < 49; k++) {
      double x = orbit.value(k, 0);
      assertThat(orbit.value(k + 1, 0)).isEqualTo(1 - 1.4 * x * x + orbit.value(k, 1));
    }
    Series sparse =
        Rows.of("map", "system = Henon, length = 10, step = 5", 1).series(Split.TRAIN).get(0);
    for (int k = 0; k < 10; k++) {
      assertThat(sparse.value(k, 0)).isEqualTo(orbit.value(5 * k, 0));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delay | system = MackeyGlass, transient = 5, | step = 1, length = 40 | step = 4, length = 10",
        "field | dimension = 32, transient = 5, | step = 0.25, length = 40 | step = 1, length = 10"
      })
  void samplingDensityDoesNotChangeASolution(String source, String system, String a, String b) {
    Series dense = Rows.of(source, system + a, 1).series(Split.TEST).get(0);
    Series sparse = Rows.of(source, system + b, 1).series(Split.TEST).get(0);
    for (int k = 0; k < 10; k++) {
      assertThat(sparse.value(k, 0)).isCloseTo(dense.value(4 * k, 0), within(0.0));
    }
    assertThat(dense.value(39, 0)).isNotEqualTo(dense.value(0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map | system = Henno | datasets.x.system: unknown chaotic map 'Henno'; did you mean 'Henon'",
        "map | system = Henon, step = 1.5 | datasets.x.step: must be a whole number of iterations",
        "map | system = Henon, pointsPerPeriod = 15 | datasets.x.pointsPerPeriod: unknown key",
        "map | system = Henon, parameters.c = 1 | datasets.x.parameters.c: no parameter of Henon; did you mean 'a'? Known: a, b",
        "delay | system = MackeyGlass, parameters.tau = -3 | datasets.x.parameters: delay that is not positive of MackeyGlass(",
        "field | dimension = 33 | datasets.x.dimension: must be even",
        "field | step = 0.1 | datasets.x.step: must be a multiple of solverStep",
        "field | parameters.width = 3 | datasets.x.parameters.width: no parameter of KuramotoSivashinsky; did you mean 'length'"
      })
  void saysWhatIsWrong(String source, String settings, String message) {
    assertThatThrownBy(() -> Rows.plan(source, settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void saysWhereAMapDiverges() {
    assertThatThrownBy(() -> Rows.of("map", "system = Henon, parameters.a = 3", 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("divergence of Henon{a=3.0, b=0.3} at time ");
  }
}
