package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessNoiseTest {
  private static final String LORENZ = "system = Lorenz, transient = 5, processNoise = 0.05, ";

  private static Series train(String source, String settings) {
    return Rows.of(source, settings, 11).series(Split.TRAIN).get(0);
  }

  @Test
  void doesNotDependOnDensityLengthOrShards() {
    Series dense = train("flow", LORENZ + "pointsPerPeriod = 60, length = 400");
    Series sparse = train("flow", LORENZ + "pointsPerPeriod = 15, length = 50");
    Series sharded =
        train(
            "flow",
            LORENZ + "pointsPerPeriod = 15, length = 50, trajectories.train = 3, shards = 5");
    for (int k = 0; k < 50; k++) {
      for (int c = 0; c < 3; c++) {
        assertThat(sparse.value(k, c)).isEqualTo(dense.value(4 * k, c));
        assertThat(sharded.value(k, c)).isEqualTo(sparse.value(k, c));
      }
    }
    assertThat(train("flow", LORENZ.replace("0.05", "0.06") + "length = 50").values())
        .isNotEqualTo(train("flow", LORENZ + "length = 50").values());
  }

  @Test
  void isWhiteAndOfTheSizeAskedFor() {
    // what a short step of the flow does not explain is noise: of deviation
    // amplitude * deviation * sqrt(step / period), and independent from step to step
    int length = 20_000;
    Series noisy = train("flow", LORENZ + "pointsPerPeriod = 900, length = " + length);
    ChaoticFlow flow = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", ""));
    double[] deviations = flow.deviations();
    Moments residuals = new Moments(3);
    double[] before = new double[3];
    double[] lagged = new double[3];
    double step = noisy.step();
    for (int k = 0; k + 1 < length; k += 4) {
      double[] from = noisy.slice(k, k + 1).values();
      double[] reached = flow.sample(from, step, step, 1);
      double[] residual = new double[3];
      for (int c = 0; c < 3; c++) {
        residual[c] = noisy.value(k + 1, c) - reached[c];
        lagged[c] += residual[c] * before[c] / (length / 4.0);
      }
      residuals.add(residual, 0);
      before = residual;
    }
    for (int c = 0; c < 3; c++) {
      double expected = 0.05 * deviations[c] * Math.sqrt(1.0 / 900);
      double error = 4 / Math.sqrt(2.0 * length / 4);
      assertThat(residuals.scaler().deviation()[c] / expected).isCloseTo(1, within(error + 0.01));
      assertThat(lagged[c] / (expected * expected))
          .isCloseTo(0, within(4 / Math.sqrt(length / 4.0)));
    }
  }

  @Test
  void withHardlyAnyNoiseItIsTheFlow() {
    Series noisy = train("flow", LORENZ.replace("0.05", "1e-12") + "length = 50");
    ChaoticFlow flow = ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", ""));
    double[] first = noisy.slice(0, 1).values();
    double[] clean = flow.sample(first, 0, noisy.step(), 50);
    for (int i = 0; i < clean.length; i++) {
      assertThat(noisy.values()[i]).isCloseTo(clean[i], within(1e-4));
    }
  }

  @Test
  void thePhaseOfADriveStaysAClock() {
    Series noisy =
        train(
            "flow",
            "system = Duffing, periodic = unwrapped, transient = 2, processNoise = 0.1, length = 200");
    Series clean =
        train("flow", "system = Duffing, periodic = unwrapped, transient = 2, length = 200");
    int phase = noisy.dimension() - 1;
    for (int k = 0; k < 199; k++) {
      assertThat(noisy.value(k + 1, phase) - noisy.value(k, phase))
          .isCloseTo(clean.value(1, phase) - clean.value(0, phase), within(1e-9));
    }
  }

  @Test
  void mapsTakeItOnceAnIteration() {
    Series orbit = train("map", "system = Henon, processNoise = 0.001, length = 5000");
    double[] deviations =
        ((StochasticSystem)
                io.ergodic.datasets.chaos.map.IteratedMap.standard(
                    io.ergodic.datasets.chaos.map.ChaoticMap.registry().get("Henon", "")))
            .deviations();
    Moments residuals = new Moments(2);
    for (int k = 0; k + 1 < 5000; k++) {
      double x = orbit.value(k, 0);
      double[] residual = {
        orbit.value(k + 1, 0) - (1 - 1.4 * x * x + orbit.value(k, 1)),
        orbit.value(k + 1, 1) - 0.3 * x
      };
      residuals.add(residual, 0);
    }
    for (int c = 0; c < 2; c++) {
      assertThat(residuals.scaler().deviation()[c] / (0.001 * deviations[c]))
          .isCloseTo(1, within(4 / Math.sqrt(2 * 5000)));
    }
  }

  @Test
  void observationNoiseComesAfterwards() {
    String quiet = LORENZ + "length = 2000";
    double[] clean = train("flow", quiet).values();
    double[] noisy = train("flow", quiet + ", observationNoise = 0.1").values();
    double[] deviation = FlowSampling.moments(clean, 3).scaler().deviation();
    double squares = 0;
    for (int i = 0; i < noisy.length; i++) {
      double share = (noisy[i] - clean[i]) / deviation[i % 3];
      squares += share * share / noisy.length;
    }
    assertThat(Math.sqrt(squares)).isCloseTo(0.1, within(0.004));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flow | system = Lorenz, processNoise = 0.1, pointsPerPeriod = 7 | processNoiseSteps: a sample is taken every 514.",
        "flow | system = Lorenz, processNoiseSteps = 100 | processNoiseSteps: has no meaning without",
        "flow | system = Lorenz, processNoise = 0.1, processNoiseTime = second | processNoiseTime: unknown value",
        "delay | system = MackeyGlass, processNoise = 0.1 | processNoise: MackeyGlass cannot be driven",
        "field | processNoise = 0.1 | processNoise: KuramotoSivashinsky cannot be driven",
        "flow | system = Lorenz, coordinates = [3] | coordinates: must be whole numbers in [0, 2]",
        "flow | system = Lorenz, coordinates = [0, 0] | coordinates: must name at least one, and none twice",
      })
  void saysWhatIsWrong(String source, String settings, String message) {
    assertThatThrownBy(() -> Rows.plan(source, settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datasets.x." + message);
  }

  @Test
  void coordinatesAreThoseOfTheWholeTrajectory() {
    Rows part = Rows.of("flow", "system = Lorenz, length = 40, coordinates = [2, 0]", 5);
    Series whole = Rows.of("flow", "system = Lorenz, length = 40", 5).series(Split.TEST).get(0);
    Series chosen = part.series(Split.TEST).get(0);
    assertThat(part.plan().schema().columns()).containsExactly("z", "x");
    assertThat(part.plan().schema().dimension()).isEqualTo(2);
    for (int k = 0; k < 40; k++) {
      assertThat(chosen.value(k, 0)).isEqualTo(whole.value(k, 2));
      assertThat(chosen.value(k, 1)).isEqualTo(whole.value(k, 0));
    }
    assertThat(TrueDynamics.of(part.manifest())).isEmpty();
  }
}
