package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.chaos.delay.DelaySystem;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thousand periods of every flow and delay equation: {@code mvn test -Pall -pl datasets
 * -Dtest=LongRunTest}.
 */
@Tag("long")
class LongRunTest {
  private static final int PERIODS = 1000;
  private static final int POINTS = 20;

  /** x' = sin x(t - tau) walks at random by whole turns. */
  private static final Set<String> WALKS = Set.of("SprottDelay");

  /** Chaotic for some hundreds of periods; then the orbit leaves along the unstable z axis. */
  private static final String TRANSIENT = "Sakarya";

  static Stream<String> systems() {
    return Stream.concat(
            ChaoticSystem.registry().names().stream(), DelaySystem.registry().names().stream())
        .filter(name -> !name.equals(TRANSIENT));
  }

  private static Series run(String name) {
    String source = ChaoticSystem.registry().contains(name) ? "flow" : "delay";
    String settings =
        "trajectories { train = 1, validation = 0, test = 0 }, periods = "
            + PERIODS
            + ", pointsPerPeriod = "
            + POINTS
            + ", system = "
            + name;
    return Rows.of(source, settings, 1000).series(Split.TRAIN).get(0);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void staysBoundedAndComesOutTheSameAgain(String name) {
    Series run = run(name);
    assertThat(run.length()).isEqualTo(PERIODS * POINTS);
    assertThat(run(name).values()).isEqualTo(run.values());
    Set<Integer> unbounded =
        ChaoticSystem.registry().contains(name)
            ? ChaoticSystem.registry().get(name, "").traits().periodic().keySet()
            : Set.of();
    for (int c = 0; c < run.dimension() && !WALKS.contains(name); c++) {
      if (!unbounded.contains(c)) {
        double early = spread(run, c, 0, run.length() / 2);
        double late = spread(run, c, run.length() / 2, run.length());
        assertThat(late).as("coordinate " + c).isLessThanOrEqualTo(3 * early);
      }
    }
  }

  @Test
  void aTransientThatEndsIsSaidToEnd() {
    assertThatThrownBy(() -> run(TRANSIENT))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("train series 000000: ")
        .hasMessageContaining(" of Sakarya{a=-1.0, ")
        .hasMessageContaining(" at time 24");
  }

  private static double spread(Series run, int coordinate, int from, int to) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = from; k < to; k++) {
      lowest = Math.min(lowest, run.value(k, coordinate));
      highest = Math.max(highest, run.value(k, coordinate));
    }
    return highest - lowest;
  }
}
