package io.ergodic.evaluation.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.report.HtmlReport;
import io.ergodic.evaluation.report.ReportFiles;
import io.ergodic.evaluation.report.ReportInput;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.testing.Datasets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task from question to report, by its name alone. */
class OperatorProtocolTest {
  private static final List<String> METRICS = List.of("relative_l2", "relative_h1");

  private final Protocol protocol = Protocol.registry().get("operator", "test");
  private final Task task = protocol.task(Settings.parse("", "task"));

  /** Multiplies every value. */
  private record Times(int points, float factor) implements Operator {
    @Override
    public int inputPoints() {
      return points;
    }

    @Override
    public int inputChannels() {
      return 1;
    }

    @Override
    public int outputPoints() {
      return points;
    }

    @Override
    public int outputChannels() {
      return 1;
    }

    @Override
    public void apply(float[] input, int count, float[] output) {
      for (int i = 0; i < count * points; i++) {
        output[i] = factor * input[i];
      }
    }
  }

  /** 200 functions of four points, each half of the one before. */
  private static SeriesDataset halves() {
    double[] values = new double[4 * 101];
    for (int t = 0; t <= 100; t++) {
      for (int i = 0; i < 4; i++) {
        values[4 * t + i] = Math.scalb(1.0 + i * i, -t);
      }
    }
    return Datasets.series(1, 0, 4, Map.of(), values, values);
  }

  private Evaluation evaluate(float factor) {
    return protocol.evaluate(new Times(4, factor), halves(), task, METRICS, 1);
  }

  @Test
  void portsAreThoseOfTheKindOfData() {
    assertThat(task.input(halves().manifest().schema())).isEqualTo(new Port(Port.FUNCTION, 4, 1));
    assertThat(task.kinds()).contains("series");
  }

  @Test
  void theExactOperatorHasNoError() {
    assertThat(evaluate(0.5f).scores())
        .containsExactly(Score.of("relative_l2", 1, 0), Score.of("relative_h1", 1, 0));
  }

  @Test
  void anErrorInProportionIsTheSameInEveryNorm() {
    Evaluation evaluation = evaluate(0.75f);
    assertThat(evaluation.scores())
        .allSatisfy(score -> assertThat(score.value()).isCloseTo(0.5, within(1e-12)));
    assertThat(evaluation.notes()).isEmpty();
    assertThat(evaluation.artefacts()).hasSize(3);
    FunctionSample first = (FunctionSample) evaluation.artefacts().get(0);
    assertThat(first.grid()).containsExactly(0, 0.5f, 1, 1.5f);
    assertThat(first.input()).containsExactly(1, 2, 5, 10);
    assertThat(first.truth()).containsExactly(0.5f, 1, 2.5f, 5);
    assertThat(first.prediction()).containsExactly(0.75f, 1.5f, 3.75f, 7.5f);
  }

  @Test
  void normsHaveTheirClosedForms() {
    // Truth x and prediction 0 on 0, 1/2, 1 of one function, 0 and x of another.
    float[] grid = {0, 0.5f, 1};
    float[] truth = {0, 0.5f, 1, 2, 2, 2};
    float[] predicted = {0, 0.5f, 0, 2, 3, 2};
    FunctionPairs pairs = new FunctionPairs(truth, truth, predicted, 1, grid, 2);
    assertThat(RelativeError.of(pairs, 0, false)).isCloseTo(1 / Math.sqrt(1.25), within(1e-12));
    // Squares by the trapezoidal rule: 1/4 of 3/8; slopes: error 2 over half the length, truth 1.
    assertThat(RelativeError.of(pairs, 0, true))
        .isCloseTo(Math.sqrt((0.25 + 2) / (0.375 + 1)), within(1e-12));
    assertThat(RelativeError.of(pairs, 1, false)).isCloseTo(1 / Math.sqrt(12), within(1e-12));
    assertThat(RelativeError.of(pairs, 1, true)).isCloseTo(Math.sqrt((0.5 + 4) / 4), within(1e-12));
    assertThat(RelativeError.mean(pairs, false))
        .isCloseTo((1 / Math.sqrt(1.25) + 1 / Math.sqrt(12)) / 2, within(1e-12));
  }

  @Test
  void whatIsNotFiniteFailsWithThePlace() {
    Evaluation evaluation = evaluate(Float.POSITIVE_INFINITY);
    assertThat(evaluation.scores())
        .allSatisfy(score -> assertThat(score.reason()).contains("test function 0"));
    assertThat(evaluation.notes()).hasSize(1);
  }

  @Test
  void otherDataAndOtherMetricsAreRefused() {
    assertThatThrownBy(
            () ->
                protocol.check(
                    Datasets.images(2, new byte[1], new int[1]), task, List.of("relative_l2")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("images");
    assertThatThrownBy(() -> protocol.check(halves(), task, List.of("mse")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no metric of operator");
  }

  /** The report learns of the task from its package alone. */
  @Test
  void theReportShowsTheTasksOwnSection(@TempDir Path folder) throws Exception {
    Evaluation evaluation = evaluate(0.75f);
    TrialRecord record =
        new TrialRecord(
            "hash",
            "heat",
            "operator",
            "heat",
            "d4a7",
            "ridge",
            Role.MODEL,
            "ridge",
            1,
            TrialRecord.OK,
            null,
            evaluation.scores(),
            METRICS,
            Map.of(),
            20,
            "jvm",
            "cpu",
            Map.of("train", 1.0),
            new double[0][],
            ArtefactJson.kinds(evaluation.artefacts()),
            evaluation.notes(),
            "r1",
            "");
    TrialRecord read = TrialJson.fromJson(TrialJson.toJson(record), "x");
    assertThat(read).usingRecursiveComparison().isEqualTo(record);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ArtefactJson.write(evaluation.artefacts(), bytes);
    List<Artefact> stored =
        ArtefactJson.read(new ByteArrayInputStream(bytes.toByteArray()), "figures");
    HtmlReport.write(
        new ReportInput(
            "Operators",
            "",
            "heat",
            List.of(read),
            trial -> stored,
            Map.of(),
            "",
            Map.of(),
            Metric.registry()),
        ReportFiles.in(folder));
    assertThat(Files.readString(folder.resolve("report/heat.html")))
        .contains("<section id=\"functions\"")
        .contains("charts.function =")
        .contains("rel. H1");
  }
}
