package io.ergodic.evaluation.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.PiecewiseLinear;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.report.HtmlReport;
import io.ergodic.evaluation.report.ReportInput;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From a trained system through its trial into the report. */
class RegionFigureTest {
  private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

  private static SeriesDataset data() {
    double[] orbit = new double[400];
    double[] state = {0.1234};
    Tent map = new Tent(GOLDEN);
    for (int t = 0; t < orbit.length; t++) {
      orbit[t] = state[0];
      map.step(state, state);
    }
    return Datasets.series(0.5, 2, 1, Map.of(), orbit, orbit);
  }

  private static List<Artefact> figures(Dynamics model) {
    Evaluation evaluation =
        Protocol.registry()
            .get("reconstruction", "test")
            .evaluate(model, data(), new Reconstruction(), List.of("d_h"), 1);
    assertThat(evaluation.notes()).isEmpty();
    return evaluation.artefacts();
  }

  private static RegionPortrait portrait() {
    return figures(new Tent(GOLDEN)).stream()
        .filter(RegionPortrait.class::isInstance)
        .map(RegionPortrait.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhatIsKnownOfTheGoldenTent() {
    RegionPortrait portrait = portrait();
    assertThat(portrait.graph().regions()).isEqualTo(2);
    assertThat(portrait.graph().names()).containsExactly("1", "0");
    assertThat(portrait.graph().visits()[0] + portrait.graph().visits()[1])
        .isEqualTo(portrait.run().steps());
    assertThat(portrait.invariants().topologicalEntropy())
        .isCloseTo(Math.log(GOLDEN), within(1e-9));
    // Half a unit of time is a step.
    assertThat(portrait.invariants().exponents()[0][0])
        .isCloseTo(2 * Math.log(GOLDEN), within(1e-9));
    assertThat(portrait.invariants().kaplanYorke()).isEqualTo(1);
    // Fixed points x = 1 / (1 - s) and 1 / (1 + s); the golden-mean shift has one cycle of period
    // 2.
    assertThat(portrait.cycles().get(0).regions()).hasSize(1);
    List<Float> fixed =
        portrait.cycles().stream()
            .filter(cycle -> cycle.regions().length == 1)
            .map(cycle -> cycle.points()[0][0])
            .sorted()
            .toList();
    assertThat(fixed).hasSize(2);
    assertThat(fixed.get(0)).isCloseTo((float) (1 / (1 - GOLDEN)), within(1e-6f));
    assertThat(fixed.get(1)).isCloseTo((float) (1 / (1 + GOLDEN)), within(1e-6f));
    RegionPortrait.Orbit pair =
        portrait.cycles().stream().filter(c -> c.regions().length == 2).findFirst().orElseThrow();
    assertThat(pair.regions()).containsExactly(1, 0);
    assertThat(pair.real()[0]).isCloseTo(-GOLDEN * GOLDEN, within(1e-9));
    assertThat(pair.stability()).isEqualTo("unstable");
  }

  @Test
  void theSameModelHasTheSameBytes() throws Exception {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    ArtefactJson.write(List.of(portrait()), once);
    ArtefactJson.write(List.of(portrait()), again);
    assertThat(once.toByteArray()).isEqualTo(again.toByteArray()).hasSizeLessThan(100_000);
    List<Artefact> read = ArtefactJson.read(new ByteArrayInputStream(once.toByteArray()), "test");
    assertThat(read.get(0)).usingRecursiveComparison().isEqualTo(portrait());
  }

  @Test
  void otherSystemsHaveNoSuchFigure() {
    assertThat(figures(MapDynamics.linear(0.5))).noneMatch(RegionPortrait.class::isInstance);
  }

  /** An orbit that leaves is a figure less, and no more than that. */
  @Test
  void anOrbitThatLeavesIsNoted() {
    Evaluation evaluation =
        Protocol.registry()
            .get("reconstruction", "test")
            .evaluate(new Tent(3), data(), new Reconstruction(), List.of("pe_1"), 1);
    assertThat(evaluation.artefacts()).noneMatch(RegionPortrait.class::isInstance);
    assertThat(evaluation.notes()).anyMatch(note -> note.startsWith("no figure regions"));
  }

  @Test
  void theReportHasItsTables() throws Exception {
    List<Artefact> kept = List.of(portrait());
    TrialRecord trial = trial(ArtefactJson.kinds(kept));
    Map<String, String> files = new TreeMap<>();
    HtmlReport.write(
        new ReportInput(
            "Tents",
            "",
            "tents",
            List.of(trial),
            one -> kept,
            Map.of(),
            "",
            Map.of(),
            Registry.<Metric>of("metric", List.of(Metric.registry().get("d_h", "test")))),
        (name, content) -> files.put(name, new String(content, StandardCharsets.UTF_8)));
    String page = files.get("report/tents.html");
    assertThat(page)
        .contains("<section id=\"regions\"")
        .contains("Regions, entropies and cycles on golden")
        .contains("0.4812")
        .contains("2 fixed points")
        .contains("D_H: cap: 3 times")
        .contains("<td>2 1</td><td>−2.618</td><td>unstable</td>")
        .contains("charts.regions");
  }

  private static TrialRecord trial(List<String> kinds) {
    return new TrialRecord(
        "t",
        "tents",
        "reconstruction",
        "golden",
        "d",
        "al-rnn",
        Role.MODEL,
        "al-rnn",
        1,
        TrialRecord.OK,
        null,
        List.of(Score.of("d_h", 1, 0.1).remarked(Optional.of("cap: 3 times"))),
        List.of("d_h"),
        Map.of(),
        3,
        "fused",
        "cpu",
        Map.of("train", 1.0),
        new double[0][],
        kinds,
        List.of(),
        "r1",
        "");
  }

  /** 1 + s x below 0, 1 - s x beyond. */
  private record Tent(double slope) implements PiecewiseLinear {
    @Override
    public int gates() {
      return 1;
    }

    @Override
    public void region(double[] state, long[] pattern) {
      pattern[0] = state[0] > 0 ? 1 : 0;
    }

    @Override
    public void affine(long[] pattern, double[] matrix, double[] offset) {
      matrix[0] = pattern[0] == 1 ? -slope : slope;
      offset[0] = 1;
    }

    @Override
    public int stateDimension() {
      return 1;
    }

    @Override
    public int observedDimension() {
      return 1;
    }

    @Override
    public void initialise(double[] context, int rows, double[] state) {
      state[0] = context[rows - 1];
    }

    @Override
    public void step(double[] state, double[] next) {
      next[0] = 1 - slope * Math.abs(state[0]);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      jacobian[0] = state[0] > 0 ? -slope : slope;
    }

    @Override
    public void observe(double[] state, double[] observation) {
      observation[0] = state[0];
    }
  }
}
