package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.evidence.Forecasts;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastingProtocolTest {
  private static final Forecasting TASK = new Forecasting(4, 3);
  private final Protocol protocol = Protocol.registry().get("forecasting", "test");

  /** 0, 1, 2, ... in two variables of which the second runs backwards. */
  private static SeriesDataset lines(int rows) {
    double[] values = new double[2 * rows];
    for (int t = 0; t < rows; t++) {
      values[2 * t] = t;
      values[2 * t + 1] = -t;
    }
    return Datasets.series(1, 4, 2, Map.of(), values, values);
  }

  /** Repeats the last row of its context, or gives what is not a number. */
  private record Last(int lookback, int horizon, int variables, float times) implements Forecaster {
    @Override
    public void forecast(float[] context, int count, float[] forecast) {
      for (int i = 0; i < count * horizon * variables; i++) {
        int w = i / (horizon * variables);
        int v = i % variables;
        forecast[i] = times * context[(w * lookback + lookback - 1) * variables + v];
      }
    }
  }

  @Test
  void scoresEveryWindowOnce() {
    // More windows than a batch; errors at steps 1, 2, 3 are 1, 2, 3 everywhere.
    List<String> metrics = List.of("mse", "mae", "mase");
    Evaluation evaluation = protocol.evaluate(new Last(4, 3, 2, 1), lines(1000), TASK, metrics, 1);
    assertThat(evaluation.scores())
        .containsExactly(
            Score.of("mse", 1, 14 / 3.0), Score.of("mae", 1, 2), Score.of("mase", 1, 2));
    assertThat(evaluation.artefacts()).hasSize(3);
    Artefact.Forecast last = (Artefact.Forecast) evaluation.artefacts().get(2);
    assertThat(last.column()).isEqualTo("x1");
    assertThat(last.context()).containsExactly(-993, -994, -995, -996);
    assertThat(last.truth()).containsExactly(-997, -998, -999);
    assertThat(last.forecast()).containsExactly(-996, -996, -996);
  }

  /** The errors of a scale that is not there are no reason to lose those that are. */
  @Test
  void aVariableThatIsConstantInTrainLeavesTheScaledErrorAloneUndefined() {
    double[] train = new double[40];
    double[] test = new double[40];
    for (int t = 0; t < 20; t++) {
      train[2 * t] = t;
      test[2 * t] = t;
      train[2 * t + 1] = 5;
      test[2 * t + 1] = 5 + 0.1 * t;
    }
    SeriesDataset data = Datasets.series(1, 4, 2, Map.of(), train, test);
    List<String> metrics = List.of("mse", "mase", "mae");
    List<Score> scores = protocol.evaluate(new Last(4, 3, 2, 1), data, TASK, metrics, 1).scores();
    assertThat(scores.get(0).value()).isCloseTo(14 / 3.0 * 1.01 / 2, within(1e-5));
    assertThat(scores.get(1).failed()).isTrue();
    assertThat(scores.get(1).reason()).startsWith("undefined: variable x1 is constant");
    assertThat(scores.get(2).failed()).isFalse();
    // A variable that is constant in both and always met has error 0.
    SeriesDataset still = Datasets.series(1, 4, 2, Map.of(), train, train);
    assertThat(protocol.evaluate(new Last(4, 3, 2, 1), still, TASK, metrics, 1).scores())
        .contains(Score.of("mase", 1, 1));
  }

  @Test
  void windowsWithAMissingValueArePassedOver() {
    double[] values = lines(30).series(Split.TEST).get(0).values().clone();
    values[2 * 15 + 1] = Double.NaN;
    double[] train = values.clone();
    SeriesDataset data = Datasets.series(1, 4, 2, Map.of("missing", 2.0), train, values);
    assertThat(TASK.windows(data, Split.TEST).count()).isEqualTo((15 - 6) + (14 - 6));
    assertThat(
            protocol.evaluate(new Last(4, 3, 2, 1), data, TASK, List.of("mse", "mase"), 1).scores())
        .containsExactly(Score.of("mse", 1, 14 / 3.0), Score.of("mase", 1, 2));
    Protocol reconstruction = Protocol.registry().get("reconstruction", "test");
    assertThatThrownBy(() -> reconstruction.check(data, new Reconstruction(), List.of("d_h")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2 values are missing");
  }

  /** 1e8, 1e8 + 1, ... is 1e8 for eight rows on end in single precision. */
  @Test
  void valuesThatSinglePrecisionBlursAreRefused() {
    SeriesDataset lines = lines(30);
    for (double[] scale : new double[][] {{1e8, 35}, {-1e8, 35}, {1e4, 0.9}}) {
      SeriesDataset data = Datasets.scaled(lines, scale[0], scale[1]);
      assertThatThrownBy(() -> protocol.check(data, TASK, List.of("mse")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContainingAll("variable x0", "single precision", "standardise = true");
    }
    protocol.check(Datasets.scaled(lines, 1e3, 35), TASK, List.of("mse"));
    protocol.check(Datasets.scaled(lines, 1e8, 1), TASK, List.of("mse"));
  }

  @Test
  void givesShorterContextsTheirEnd() {
    Evaluation evaluation =
        protocol.evaluate(new Last(2, 3, 2, 1), lines(20), TASK, List.of("mae"), 1);
    assertThat(evaluation.scores()).containsExactly(Score.of("mae", 1, 2));
  }

  @Test
  void runsDynamicsFreely() {
    MapDynamics onward =
        new MapDynamics(2, z -> new double[] {z[0] + 1, z[1] - 1}, z -> new double[] {1, 0, 0, 1});
    Evaluation evaluation = protocol.evaluate(onward, lines(20), TASK, List.of("rmse"), 1);
    assertThat(evaluation.scores().get(0).value()).isCloseTo(0, within(1e-12));
  }

  @Test
  void failsForWhatIsNotFinite() {
    Evaluation evaluation =
        protocol.evaluate(new Last(4, 3, 2, Float.NaN), lines(20), TASK, List.of("mse", "mae"), 1);
    assertThat(evaluation.scores())
        .allSatisfy(score -> assertThat(score.reason()).contains("step 1 of 3"));
    assertThat(evaluation.artefacts()).isEmpty();
  }

  @Test
  void foldsSeeAllForecastsInOrderWithoutAskingTheModelAgain() {
    AtomicInteger calls = new AtomicInteger();
    Last last = new Last(4, 3, 2, 1);
    Forecaster counted =
        new Forecaster() {
          @Override
          public int lookback() {
            return 4;
          }

          @Override
          public int horizon() {
            return 3;
          }

          @Override
          public int variables() {
            return 2;
          }

          @Override
          public void forecast(float[] context, int count, float[] forecast) {
            calls.incrementAndGet();
            last.forecast(context, count, forecast);
          }
        };
    Forecasts forecasts = protocol.observe(counted, lines(1000), TASK, 1).get(Forecasts.class);
    assertThat(calls).hasValue(0);
    List<List<Float>> folds = new ArrayList<>();
    for (int fold = 0; fold < 2; fold++) {
      List<Float> seen = new ArrayList<>();
      forecasts.fold(
          (truth, forecast, offset, windows) -> {
            for (int w = 0; w < windows; w++) {
              seen.add(truth[w * 6]);
              seen.add(forecast[offset + w * 6]);
            }
          });
      folds.add(seen);
    }
    // 994 windows in four blocks; the first forecast of each is its last known row.
    assertThat(calls).hasValue(4);
    assertThat(folds.get(0)).hasSize(2 * 994).startsWith(4f, 3f, 5f, 4f).isEqualTo(folds.get(1));
  }

  @Test
  void refusesAHorizonThatDoesNotFit() {
    assertThatThrownBy(() -> protocol.check(lines(6), TASK, List.of("mse")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("horizon 3")
        .hasMessageContaining("has 6");
    assertThatThrownBy(() -> protocol.task(Settings.parse("lookback = 3", "x.forecasting")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("x.forecasting.horizon");
  }

  @Test
  void theFloorIsTheBestForecastWhereItIsKnown() {
    Protocol known = new ForecastingProtocol((m, task) -> Optional.of(new Last(4, 3, 2, 1)));
    assertThat(known.floor(lines(20), TASK, List.of("mae"), 1).orElseThrow().scores())
        .containsExactly(Score.of("mae", 1, 2));
    assertThat(protocol.floor(lines(20), TASK, List.of("mae"), 1)).isEmpty();
  }

  @Test
  void theNumberOfWindowsDoesNotDependOnTheLookBack() {
    // Values 0 but for row 4, the first of the split; a look-back of 1 or 4 meets it once.
    double[] values = IntStream.range(0, 12).mapToDouble(t -> t == 4 ? 1 : 0).toArray();
    SeriesDataset data = Datasets.series(1, 4, 1, Map.of(), values, values);
    for (int lookback : new int[] {1, 4}) {
      double mse =
          protocol
              .evaluate(
                  new Last(lookback, 1, 1, 0),
                  data,
                  new Forecasting(lookback, 1),
                  List.of("mse"),
                  1)
              .scores()
              .get(0)
              .value();
      assertThat(mse).isCloseTo(1 / 8.0, within(1e-12));
    }
  }
}
