package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.evidence.Orbits;
import io.ergodic.evaluation.metric.AttractorMetric;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconstructionProtocolTest {
  private static final Task TASK = new Reconstruction();
  private static final List<String> METRICS = List.of("d_stsp", "d_h", "pe_1", "lyapunov_max");
  private final Protocol protocol = Protocol.registry().get("reconstruction", "test");

  /** A period of four rows: free runs of whole periods show the same points. */
  private static SeriesDataset circle(Map<String, Double> properties, int overlap) {
    double[] values = new double[2 * 400];
    for (int t = 0; t < 400; t++) {
      values[2 * t] = Math.rint(Math.cos(t * Math.PI / 2)) + 0.0;
      values[2 * t + 1] = Math.rint(Math.sin(t * Math.PI / 2)) + 0.0;
    }
    return Datasets.series(.25, overlap, 2, properties, values, values);
  }

  private static final MapDynamics QUARTER_TURN = MapDynamics.linear(0, -1, 1, 0);

  @Test
  void aPerfectModelScoresZero() {
    Evaluation evaluation =
        protocol.evaluate(QUARTER_TURN, circle(Map.of("period", 1.0), 8), TASK, METRICS, 1);
    assertThat(evaluation.scores()).extracting(Score::metric).containsExactlyElementsOf(METRICS);
    assertThat(evaluation.scores())
        .allSatisfy(score -> assertThat(score.value()).isCloseTo(0, within(1e-7)));
  }

  @Test
  void leavesFiguresOfTheRun() {
    List<Artefact> figures =
        protocol
            .evaluate(QUARTER_TURN, circle(Map.of("lyapunov", 1.0), 8), TASK, METRICS, 1)
            .artefacts();
    Artefact.Attractor attractor = (Artefact.Attractor) figures.get(1);
    assertThat(attractor.truth()).hasDimensions(392, 2);
    assertThat(attractor.generated()).hasDimensions(392, 2);
    Artefact.Spectrum spectrum = (Artefact.Spectrum) figures.get(2);
    assertThat(spectrum.frequency()).hasSameSizeAs(spectrum.truth());
    Artefact.Forecast forecast = (Artefact.Forecast) figures.get(0);
    // Ten Lyapunov times of four rows each, and equal to the truth.
    assertThat(forecast.forecast()).hasSize(40).isEqualTo(forecast.truth());
    assertThat(forecast.context()).hasSize(100);
  }

  @Test
  void aRunThatDivergesFailsOnlyWhatLooksAtIt() {
    double[] ones = new double[200];
    Arrays.fill(ones, 1);
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of("lyapunov", .5), ones, ones);
    List<String> metrics = List.of("d_h", "pe_1", "vpt", "d_stsp");
    Evaluation evaluation = protocol.evaluate(MapDynamics.linear(10), data, TASK, metrics, 1);
    assertThat(evaluation.scores()).extracting(Score::metric).containsExactlyElementsOf(metrics);
    assertThat(evaluation.scores())
        .extracting(Score::status)
        .containsExactly(Score.FAILED, Score.OK, Score.OK, Score.FAILED);
    assertThat(evaluation.scores().get(0).reason()).contains("step 100 of 250", "test 0");
    assertThat(evaluation.scores().get(1).value()).isEqualTo(81);
    // The figures of the run fail with it, the short free run does not.
    assertThat(evaluation.artefacts()).singleElement().isInstanceOf(Artefact.Forecast.class);
    assertThat(evaluation.notes()).hasSize(2).allMatch(note -> note.contains("step 100 of 250"));
  }

  @Test
  void freeRunsStartInsideTheSplit() {
    // Two rows of context from the split before, where a map at rest would stay.
    double[] values = {100, 50, 1, 1, 1, 1, 1, 1};
    SeriesDataset data = Datasets.series(1, 2, 1, Map.of(), values, values);
    FreeRuns runs = protocol.observe(MapDynamics.linear(1), data, TASK, 1).get(FreeRuns.class);
    assertThat(runs.orbits().get(0).truth()).containsExactly(1, 1, 1, 1, 1, 1);
    assertThat(runs.orbits().get(0).generated()).containsExactly(1, 1, 1, 1, 1, 1);
  }

  @Test
  void theFloorIsTheTruthInTheModelsPlace() {
    Protocol known = new ReconstructionProtocol(manifest -> Optional.of(QUARTER_TURN));
    Optional<Evaluation> floor = known.floor(circle(Map.of(), 0), TASK, METRICS, 1);
    assertThat(floor).isPresent();
    assertThat(floor.get().scores()).extracting(Score::metric).containsExactlyElementsOf(METRICS);
    assertThat(floor.get().scores().get(0).value()).isCloseTo(0, within(1e-9));
  }

  /** The floor of one start alone would be one of the five values. */
  @Test
  void theFloorIsTheMedianOfFiveStarts() {
    double[] values = new double[500];
    for (int t = 0; t < values.length; t++) {
      values[t] = 1 + 0.001 * t;
    }
    SeriesDataset ramp = Datasets.series(1, 0, 1, Map.of(), values, values);
    Protocol known = new ReconstructionProtocol(manifest -> Optional.of(MapDynamics.linear(1)));
    double floor =
        known.floor(ramp, TASK, List.of("d_stsp"), 1).orElseThrow().scores().get(0).value();
    double[] each =
        IntStream.of(50, 150, 250, 350, 450)
            .mapToDouble(row -> atRest(ramp, values[row]))
            .sorted()
            .toArray();
    assertThat(each[0]).isLessThan(each[4]);
    assertThat(floor).isEqualTo(each[2]);
  }

  /** D_stsp of a run that stands still at a value. */
  private double atRest(SeriesDataset ramp, double value) {
    double[] rows = new double[500];
    Arrays.fill(rows, value);
    double[] truth = ramp.series(Split.TEST).get(0).values();
    AttractorMetric metric = (AttractorMetric) Metric.registry().get("d_stsp", "test");
    return metric.value(List.of(new Orbits(1, 1, truth, rows)), 1);
  }

  @Test
  void estimatedCoordinatesHaveNoFloorOfShortTermErrors() throws IOException {
    Protocol known = new ReconstructionProtocol(manifest -> Optional.of(QUARTER_TURN));
    SeriesDataset estimated = Datasets.with(circle(Map.of(), 0), "{\"truth\": {}}");
    assertThat(known.floor(estimated, TASK, METRICS, 1).orElseThrow().scores())
        .extracting(Score::metric)
        .containsExactly("d_stsp", "d_h", "lyapunov_max");
    SeriesDataset same = Datasets.with(estimated, "{\"truth\": {\"coordinates\": \"same\"}}");
    assertThat(known.floor(same, TASK, METRICS, 1).orElseThrow().scores()).hasSize(4);
  }

  @Test
  void withoutTruthTheTrainSeriesAreTheFloor() {
    Optional<Evaluation> floor =
        protocol.floor(circle(Map.of("lyapunov", .5), 4), TASK, METRICS, 1);
    assertThat(floor.orElseThrow().scores())
        .extracting(Score::metric)
        .containsExactly("d_stsp", "d_h", "lyapunov_max");
    assertThat(floor.orElseThrow().scores().get(2)).isEqualTo(Score.given("lyapunov_max", 1, .5));
    assertThat(floor.orElseThrow().scores().get(0).value()).isCloseTo(0, within(1e-9));
  }

  @Test
  void refusesWhatDoesNotFit() {
    double[] six = new double[60];
    SeriesDataset wide = Datasets.series(1, 0, 6, Map.of(), six, six);
    assertThatThrownBy(() -> protocol.check(wide, TASK, List.of("d_stsp")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("d_stsp_gmm");
    assertThatThrownBy(() -> protocol.check(wide, TASK, List.of("mse")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mse");
    SeriesDataset untested = Datasets.series(1, 0, 6, Map.of(), six);
    assertThatThrownBy(() -> protocol.check(untested, TASK, List.of("d_h")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("test series");
    assertThatThrownBy(() -> protocol.task(Settings.parse("horizon = 3", "task")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("task.horizon");
  }
}
