package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowSourceTest {
  private static final String MANY =
      "system = Rossler, length = 300, observationNoise = 0.1,"
          + " trajectories { train = 4, validation = 1, test = 2 }";

  private static Rows flow(String settings) {
    return Rows.of("flow", settings, 42);
  }

  private static List<String> text(Rows rows) {
    return rows.rows().stream()
        .map(row -> (SeriesBlock) row)
        .map(b -> b.split() + b.series() + b.block() + b.start() + Arrays.toString(b.values()))
        .toList();
  }

  @Test
  void givesTheSameBitsAgainAndInAnyNumberOfShards() {
    List<String> once = text(flow(MANY));
    assertThat(once).hasSize(7).doesNotHaveDuplicates();
    assertThat(text(flow(MANY))).isEqualTo(once);
    assertThat(text(flow(MANY + ", shards = 1"))).isEqualTo(once);
    assertThat(text(flow(MANY + ", shards = 3"))).isEqualTo(once);
    assertThat(text(Rows.of("flow", MANY, 43))).isNotEqualTo(once);
  }

  /** 6.4 GB: refused before a step is taken, not killed after hours. */
  @Test
  void aTrajectoryThatNoHeapTakesIsRefusedBeforeWork() {
    DatasetPlan plan = Rows.plan("flow", "system = Lorenz, length = 268435456", 1);
    assertThatThrownBy(() -> plan.produce(0, row -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a trajectory of 268435456 samples takes 6.4 GB at once");
  }

  @Test
  void describesItself() {
    Schema schema = flow(MANY).plan().schema();
    assertThat(schema.columns()).containsExactly("x", "y", "z");
    assertThat(schema.step()).isEqualTo(5.9086 / 100);
    assertThat(schema.properties())
        .containsEntry("period", 5.9086)
        .containsEntry("lyapunov", 0.0714);
  }

  @ParameterizedTest
  @CsvSource({"100, 200", "100, 1000", "15, 200"})
  void spacingIsThePeriodOverThePointsWhateverTheLength(int points, int length) {
    Rows rows =
        flow(
            "system = Lorenz, transient = 0, pointsPerPeriod = " + points + ", length = " + length);
    Series series = rows.series(Split.TRAIN).get(0);
    assertThat(series.length()).isEqualTo(length);
    assertThat(series.step()).isEqualTo(1.5008 / points);
    // the same trajectory sampled otherwise agrees where the sampling times do
    Series twice =
        flow("system = Lorenz, transient = 0, length = 400, pointsPerPeriod = " + 2 * points)
            .series(Split.TRAIN)
            .get(0);
    for (int k = 0; k < 200; k++) {
      assertThat(series.value(k, 0)).isCloseTo(twice.value(2 * k, 0), within(1e-9));
    }
  }

  @Test
  void noiseIsAFractionOfEachCoordinatesDeviation() {
    String settings = "system = Lorenz, length = 20000, noisySplits = [train], ";
    Series clean = flow(settings + "observationNoise = 0").series(Split.TRAIN).get(0);
    Rows noisyRows = flow(settings + "observationNoise = 0.05");
    Series noisy = noisyRows.series(Split.TRAIN).get(0);
    Moments difference = new Moments(3);
    double[] values = noisy.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] -= clean.values()[i];
    }
    for (int i = 0; i < values.length; i += 3) {
      difference.add(values, i);
    }
    double[] deviation = FlowSampling.moments(clean.values(), 3).scaler().deviation();
    for (int c = 0; c < 3; c++) {
      double share = difference.scaler().deviation()[c] / deviation[c];
      assertThat(share).isCloseTo(0.05, within(0.001));
    }
    assertThat(noisyRows.series(Split.TEST).get(0).values())
        .isEqualTo(flow(settings + "observationNoise = 0").series(Split.TEST).get(0).values());
  }

  @Test
  void splitByTimeCutsOneTrajectoryAndStoresContext() {
    String settings = "system = Lorenz, split = time, length = 10000, ";
    Rows rows = flow(settings + "context = 50, fractions = [0.6, 0.1, 0.3]");
    assertThat(rows.plan().schema().overlap()).isEqualTo(50);
    Series train = rows.series(Split.TRAIN).get(0);
    Series validation = rows.series(Split.VALIDATION).get(0);
    Series test = rows.series(Split.TEST).get(0);
    assertThat(train.length()).isEqualTo(6000);
    assertThat(validation.length()).isEqualTo(1050);
    assertThat(test.length()).isEqualTo(3050);
    assertThat(test.start()).isEqualTo(6950 * train.step());
    assertThat(validation.slice(0, 50).values()).isEqualTo(train.slice(5950, 6000).values());
    Series whole = flow(settings + "fractions = [1, 0, 0]").series(Split.TRAIN).get(0);
    assertThat(train.values()).isEqualTo(whole.slice(0, 6000).values());
    assertThat(test.values()).isEqualTo(whole.slice(6950, 10000).values());
  }

  @Test
  void periodsAreRoundedToSamples() {
    Series series =
        flow("system = Lorenz, periods = 12, pointsPerPeriod = 15").series(Split.TRAIN).get(0);
    assertThat(series.length()).isEqualTo(180);
  }

  @Test
  void lorenz96ComesInAnySize() {
    Rows rows =
        flow("system = Lorenz96, dimension = 12, parameters.f = 8, step = 0.05, length = 50");
    assertThat(rows.plan().schema().columns()).hasSize(12).startsWith("x1", "x2");
    assertThat(rows.plan().schema().properties()).doesNotContainKey("lyapunov");
    double[] row = rows.series(Split.TRAIN).get(0).slice(0, 1).values();
    assertThat(Arrays.stream(row).distinct().count()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "system = Lorentz | datasets.x.system: unknown chaotic system 'Lorentz'; did you mean 'Lorenz'",
        "system = Lorenz, parameters.roh = 3 | datasets.x.parameters.roh: no parameter of Lorenz; did you mean 'rho'? Known: beta, rho, sigma",
        "system = Lorenz, lenght = 3 | datasets.x.lenght: unknown key; did you mean 'length'",
        "system = Lorenz, dimension = 5 | datasets.x.dimension: must lie in [3, 3]",
        "system = Lorenz96, dimension = 3 | datasets.x.dimension: must lie in [4, 10000]",
        "system = Lorenz, noisySplits = [tests] | datasets.x.noisySplits: unknown split 'tests'",
        "system = Lorenz, split = time, fractions = [0.9, 0.1, 0.2] | datasets.x.fractions: must be three numbers",
        "system = Lorenz, split = time, context = 9999 | datasets.x.context: must be at most the 7000 rows",
        "system = Lorenz, split = time, trajectories.train = 2 | datasets.x.trajectories: has no meaning for split = time",
        "system = Lorenz, context = 20 | datasets.x.context: has no meaning for split = initial-condition",
        "length = 3 | datasets.x.system: required",
        "system = Lorenz, periods = 2, length = 3 | datasets.x.periods: cannot be given together with length",
        "system = Lorenz, periods = 0.001 | datasets.x.periods: must give 2 to 268435456 samples",
      })
  void saysWhatIsWrong(String settings, String message) {
    assertThatThrownBy(() -> Rows.plan("flow", settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void saysWhereASystemDiverges() {
    assertThatThrownBy(() -> flow("system = Rossler, parameters.c = -500, length = 10"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datasets.x.system: ")
        .hasMessageContaining("train series 000000: ")
        .hasMessageContaining(" of Rossler{a=0.2, b=0.2, c=-500.0} at time ");
  }
}
