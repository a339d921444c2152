package io.ergodic.jobs.bench.averaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.jobs.bench.averaging.RoundModel.Vectors;
import org.junit.jupiter.api.Test;

class RoundModelTest {
  private static final double NETWORK = 1000;

  /** 2 ms a round, 0.5 a worker, 1000 bytes a millisecond. */
  private static RoundModel model(long bytes, long slice) {
    double each = 0.5 + bytes / 1000.0;
    return RoundModel.of(
        12,
        10,
        new double[] {2 + each, 2 + 2 * each},
        new double[] {1, 1.5},
        new Vectors(bytes, slice));
  }

  @Test
  void findsTheConstantsThatMadeTheTimes() {
    RoundModel model = model(4000, 0);
    assertThat(model.fixed()).isCloseTo(2, within(1e-9));
    assertThat(model.message()).isCloseTo(0.5, within(1e-9));
    assertThat(model.rate()).isCloseTo(1000, within(1e-6));
  }

  /**
   * Noise may have two workers faster than one: no constant is negative, and none is not a number.
   */
  @Test
  void timesThatNoConstantsMakeStillGiveAModel() {
    RoundModel model =
        RoundModel.of(12, 10, new double[] {5, 4}, new double[] {2, 1}, new Vectors(4000, 0));
    assertThat(model.rate()).isPositive().isInfinite();
    assertThat(model.here(8, 3, 2)).isCloseTo(3 * 4 * 12 + 5, within(1e-9));
  }

  @Test
  void workersOnOneMachineTakeTurnsOnItsCores() {
    RoundModel model = model(4000, 0);
    assertThat(model.here(1, 5, 2)).isCloseTo(5 * 10 + 2 + 4.5, within(1e-9));
    assertThat(model.here(2, 5, 2)).isCloseTo(5 * 12 + 2 + 9, within(1e-9));
    assertThat(model.here(3, 5, 2)).isCloseTo(2 * 5 * 12 + 2 + 3 * 4.5, within(1e-9));
    assertThat(model.here(8, 5, 2)).isCloseTo(4 * 5 * 12 + 2 + 8 * 4.5, within(1e-9));
  }

  /** Both ways of every vector pass the driver. */
  @Test
  void smallVectorsAllPassTheDriver() {
    assertThat(model(4000, 0).onNetwork(64, 1, NETWORK))
        .isCloseTo(10 + 2 + 64 * 0.5 + 2 * 64 * 4000 / NETWORK, within(1e-9));
  }

  /** Every executor gets and gives the model nearly twice, whatever their number. */
  @Test
  void slicesAreSharedByTheExecutors() {
    RoundModel model = model(64_000, 1000);
    double beside = 2 + 64 * 0.5;
    assertThat(model.onNetwork(64, 0, NETWORK) - beside)
        .isCloseTo((63 * 1000 + 64_000 + 64_000) / NETWORK, within(1e-9));
    // Of 1000 executors 64 average, each the slices of all the others.
    assertThat(model.onNetwork(1000, 0, NETWORK) - 2 - 500)
        .isCloseTo((999 * 1000 + 999 * 1000 + 64_000) / NETWORK, within(1e-9));
  }

  @Test
  void longRoundsAreEfficient() {
    RoundModel model = model(64_000, 1000);
    assertThat(model.efficiency(64, 1, NETWORK)).isLessThan(model.efficiency(64, 256, NETWORK));
    assertThat(model.efficiency(64, 100_000, NETWORK)).isCloseTo(100, within(0.1));
  }
}
