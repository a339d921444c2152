package io.ergodic.datasets.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps and draws of parameters, and the trajectories that do not survive them. */
class ParameterSpaceTest {
  private static ParameterSpace space(String settings) {
    Settings read = Settings.parse("system = Lorenz, " + settings, "datasets.x");
    return ParameterSpace.read(read, ChaoticFlow.readStandard(read));
  }

  private static RandomGenerator random() {
    return RandomStreams.stream(1, "parameters");
  }

  @Test
  void sweepsMakeAGridWhoseLastParameterRunsFastest() {
    // the card's order: beta, rho, sigma
    ParameterSpace space =
        space("parameters { sigma { from = 10, to = 20, count = 3 }, rho = [28, 40] }");
    assertThat(space.points()).isEqualTo(6);
    assertThat(space.single()).isFalse();
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      points.add(space.at(i, random()));
    }
    assertThat(points)
        .extracting(p -> p[1] + "/" + p[2])
        .containsExactly(
            "28.0/10.0", "28.0/15.0", "28.0/20.0", "40.0/10.0", "40.0/15.0", "40.0/20.0");
    assertThat(space.named(points.get(3))).containsEntry("rho", 40.0).containsKey("beta");
  }

  @Test
  void logarithmicStepsHaveEqualRatios() {
    ParameterSpace space =
        space("parameters.rho { from = 1, to = 1000, count = 4, scale = logarithmic }");
    assertThat(space.at(1, random())[1]).isCloseTo(10, within(1e-12));
    assertThat(space.at(3, random())[1]).isEqualTo(1000);
  }

  @Test
  void drawsFollowTheirLaws() {
    ParameterSpace space =
        space(
            "parameters { rho { uniform = [20, 40] }, sigma { normal = [10, 2] } }, parameterJitter = 0.1");
    RandomGenerator random = random();
    int count = 20_000;
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (int i = 0; i < count; i++) {
      double[] values = space.at(0, random);
      assertThat(values[1]).isBetween(20.0, 40.0);
      for (int p = 0; p < 3; p++) {
        sums[p] += values[p] / count;
        squares[p] += values[p] * values[p] / count;
      }
    }
    double[] means = {8 / 3.0, 30, 10};
    double[] deviations = {0.8 / 3, 20 / Math.sqrt(12), 2};
    for (int p = 0; p < 3; p++) {
      double deviation = Math.sqrt(squares[p] - sums[p] * sums[p]);
      assertThat(sums[p]).isCloseTo(means[p], within(4 * deviations[p] / Math.sqrt(count)));
      assertThat(deviation).isCloseTo(deviations[p], within(0.03 * deviations[p]));
    }
  }

  @Test
  void everyTrajectoryCarriesItsParameters() {
    String settings =
        "system = Lorenz, length = 20, transient = 1, shards = 2, parameterJitter = 0.01,"
            + " parameters.rho = [28, 35], trajectories { train = 2, validation = 0, test = 1 }";
    Rows rows = Rows.of("flow", settings, 7);
    assertThat(rows.plan().schema().parameters()).containsExactly("beta", "rho", "sigma");
    assertThat(rows.plan().schema().properties()).doesNotContainKey("lyapunov");
    assertThat(rows.rows()).hasSize(6);
    assertThat(rows.rows())
        .extracting(row -> ((SeriesBlock) row).parameters()[1])
        .containsExactly(28.0, 28.0, 35.0, 35.0, 28.0, 35.0);
    assertThat(rows.rows())
        .extracting(row -> ((SeriesBlock) row).parameters()[2])
        .doesNotHaveDuplicates();
    // the values are those of the parameters: the flow through the first sample meets the second
    SeriesBlock block = (SeriesBlock) rows.rows().get(2);
    ChaoticFlow flow =
        ChaoticFlow.standard(ChaoticSystem.registry().get("Lorenz", ""))
            .withParameters(block.parameters());
    double[] first = java.util.Arrays.copyOf(block.values(), 3);
    double[] second = flow.sample(first, block.step(), block.step(), 1);
    assertThat(second[0]).isCloseTo(block.values()[3], within(1e-8));
    // and a single set of parameters is not repeated in every row
    assertThat(
            ((SeriesBlock) Rows.of("flow", "system = Lorenz, length = 9", 7).rows().get(0))
                .parameters())
        .isEmpty();
  }

  @Test
  void aTrajectoryThatEndsIsReportedAndTheOthersKeepTheirIds() throws Exception {
    String settings =
        "system = Rossler, length = 30, shards = 2,"
            + " parameters.c = [5.7, -500, 6], trajectories { train = 1, validation = 0, test = 1 }";
    List<Failure> failures = new ArrayList<>();
    List<String> made = new ArrayList<>();
    var plan = Rows.plan("flow", settings, 3);
    for (int shard = 0; shard < plan.shardCount(); shard++) {
      plan.produce(
          shard,
          new RowSink() {
            @Override
            public void accept(Row row) {
              made.add(row.split().label() + ((SeriesBlock) row).series());
            }

            @Override
            public void failed(Failure failure, String path) {
              assertThat(path).isEqualTo("datasets.x.system");
              failures.add(failure);
            }
          });
    }
    assertThat(made).containsExactly("train000000", "train000002", "test000000", "test000002");
    assertThat(failures).extracting(Failure::split).containsExactly("train", "test");
    Failure failure = failures.get(0);
    assertThat(failure.series()).isEqualTo("000001");
    assertThat(failure.system()).isEqualTo("Rossler");
    assertThat(failure.parameters()).containsEntry("c", -500.0).containsEntry("a", 0.2);
    assertThat(failure.time()).isPositive();
    assertThat(failure.state()).hasSize(3);
    assertThat(failure.describe()).contains("train series 000001: " + failure.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parameters.gamma = 3 | parameters.gamma: no parameter of Lorenz; did you mean",
        "parameters.rho { from = 1, to = 2 } | parameters.rho.count: required",
        "parameters.rho { from = -1, to = 2, count = 3, scale = logarithmic } | parameters.rho.scale: logarithmic needs",
        "parameters.rho { uniform = [3, 2] } | parameters.rho.uniform: the first must be below",
        "parameters.rho { normal = [3] } | parameters.rho.normal: must be two numbers: mean, deviation",
        "parameters.rho { jitter = 0.1, form = 2 } | parameters.rho.form: unknown key",
        "parameters.rho { mean = 2 } | parameters.rho: must be a number, a list, or hold",
        "parameters.rho = [] | parameters.rho: names no value",
        "parameters.rho = [28] | parameters.rho: a sweep has two values or more; write 28.0 alone",
        "parameters.rho = 1e10 | parameters.rho: must lie in",
        "parameterJitter = -1 | parameterJitter: must lie in",
      })
  void saysWhatIsWrong(String settings, String message) {
    assertThatThrownBy(() -> Rows.plan("flow", "system = Lorenz, " + settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datasets.x." + message);
  }
}
