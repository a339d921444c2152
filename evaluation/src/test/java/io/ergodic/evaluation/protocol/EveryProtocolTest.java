package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is promised of a protocol by its name. */
class EveryProtocolTest {
  private interface Refined extends Dynamics {}

  private static Protocol named(String name) {
    return Protocol.registry().get(name, "test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reconstruction | ''                         | d_stsp d_h pe_20 lyapunov_max",
        "forecasting    | 'lookback = 5, horizon = 2'  | mse mae mase",
        "classification | ''                         | accuracy nll ece",
        "operator       | ''                         | relative_l2 relative_h1",
      })
  void hasATaskOfItsNameAndMetricsOfItsOwn(String name, String settings, String metrics) {
    Protocol protocol = named(name);
    assertThat(protocol.task(Settings.parse(settings, "task")).name()).isEqualTo(name);
    assertThatThrownBy(() -> protocol.task(Settings.parse(settings + "\nother = 1", "task")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("task.other");
    assertThat(protocol.defaultMetrics()).isEqualTo(Arrays.asList(metrics.split(" ")));
    assertThat(protocol.defaultMetrics())
        .allSatisfy(
            metric -> assertThat(Metric.registry().get(metric, "test").task()).isEqualTo(name));
  }

  @ParameterizedTest
  @CsvSource({
    "reconstruction, false, false, true, false",
    "forecasting, false, true, true, false",
    "classification, true, false, false, false",
    "operator, false, false, false, true"
  })
  void servesWhatAnswersItsQuestion(
      String name, boolean classifiers, boolean forecasters, boolean dynamics, boolean operators) {
    Protocol protocol = named(name);
    assertThat(protocol.serves(Classifier.class)).isEqualTo(classifiers);
    assertThat(protocol.serves(Forecaster.class)).isEqualTo(forecasters);
    assertThat(protocol.serves(Dynamics.class)).isEqualTo(dynamics);
    assertThat(protocol.serves(Refined.class)).isEqualTo(dynamics);
    assertThat(protocol.serves(Operator.class)).isEqualTo(operators);
    assertThat(protocol.serves(Capability.class)).isFalse();
  }

  private static SeriesDataset ones(int rows, int overlap) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return Datasets.series(1, overlap, 1, Map.of(), ones, ones);
  }

  @Test
  void theTaskOfAForecastIsAsAsked() {
    assertThat(named("forecasting").task(Settings.parse("lookback = 5, horizon = 2", "task")))
        .isEqualTo(new Forecasting(5, 2));
  }

  @Test
  void scoringAloneGivesTheScoresOfAnEvaluation() {
    Protocol protocol = named("reconstruction");
    MapDynamics doubled = MapDynamics.linear(2);
    for (List<String> metrics : List.of(List.of("pe_1"), List.of("pe_1", "d_h"))) {
      assertThat(protocol.score(doubled, ones(50, 0), new Reconstruction(), metrics, 1).scores())
          .isEqualTo(
              protocol.evaluate(doubled, ones(50, 0), new Reconstruction(), metrics, 1).scores())
          .contains(Score.of("pe_1", 1, 1));
    }
    assertThat(
            protocol
                .score(doubled, ones(50, 0), new Reconstruction(), List.of("pe_1"), 1)
                .artefacts())
        .isEmpty();
  }

  @Test
  void everyWayToAScoreChecksTheDataFirst() {
    Protocol protocol = named("reconstruction");
    SeriesDataset one = ones(3, 2);
    MapDynamics model = MapDynamics.linear(2);
    List<String> metrics = List.of("d_h");
    for (Runnable way :
        List.<Runnable>of(
            () -> protocol.score(model, one, new Reconstruction(), metrics, 1),
            () -> protocol.evaluate(model, one, new Reconstruction(), metrics, 1),
            () -> protocol.floor(one, new Reconstruction(), metrics, 1))) {
      assertThatThrownBy(way::run)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("at least 2 rows");
    }
  }

  /** Rows that belong to the split before do not count. */
  @Test
  void theFewestRowsThatFitAreEnough() {
    named("reconstruction").check(ones(4, 2), new Reconstruction());
    Forecasting question = new Forecasting(3, 2);
    named("forecasting").check(ones(5, 0), question);
    assertThatThrownBy(() -> named("forecasting").floor(ones(4, 0), question, List.of("mse"), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 5 rows");
  }
}
