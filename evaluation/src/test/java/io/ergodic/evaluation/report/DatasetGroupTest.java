package io.ergodic.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.ArtefactSource;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DatasetGroupTest {
  private static final List<TrialRecord> TRIALS =
      List.of(
          trial("truth", Role.FLOOR, 1, Score.of("d_h", 1, .1), Score.given("lyapunov_max", 1, .9)),
          trial("nvar", Role.MODEL, 1, Score.of("d_h", 1, .4), Score.of("lyapunov_max", 1, .8)),
          trial(
              "nvar",
              Role.MODEL,
              2,
              Score.failed("d_h", 1, "diverged at step 878"),
              Score.of("lyapunov_max", 1, .7)));

  private static TrialRecord trial(String system, Role role, long seed, Score... scores) {
    return new TrialRecord(
        system + seed,
        "chaos",
        "reconstruction",
        "lorenz",
        "d4a7",
        system,
        role,
        system,
        seed,
        TrialRecord.OK,
        null,
        List.of(scores),
        List.of("d_h", "lyapunov_max"),
        Map.of(),
        1,
        "jvm",
        "cpu",
        Map.of(),
        new double[0][],
        List.of(),
        List.of(),
        "r1",
        "");
  }

  private final DatasetGroup group = ExperimentGroup.of(TRIALS).get(0).datasets().get(0);

  @Test
  void theFloorIsNoSystemAndSaysWhatIsGiven() {
    assertThat(group.systems()).containsExactly("nvar");
    assertThat(group.of("truth")).isEmpty();
    assertThat(group.floor("d_h")).hasValue(.1);
    assertThat(group.given("d_h")).isFalse();
    assertThat(group.floor("lyapunov_max")).hasValue(.9);
    assertThat(group.given("lyapunov_max")).isTrue();
  }

  @Test
  void aFailedMetricCountsInItsOwnCellAlone() {
    Summary failed = group.summary("nvar", "d_h", Direction.LOWER_IS_BETTER);
    assertThat(failed.count()).isEqualTo(2);
    assertThat(failed.failed()).isEqualTo(1);
    assertThat(failed.greatest()).isInfinite();
    assertThat(group.summary("nvar", "lyapunov_max", Direction.LOWER_IS_BETTER).failed()).isZero();
  }

  /** Neither as the worst value nor as one trial more. */
  @Test
  void whatWasNotMeasuredDoesNotCount() {
    List<TrialRecord> trials = new ArrayList<>(TRIALS);
    trials.add(
        trial(
            "nvar", Role.MODEL, 3, Score.error("d_h", 1, "disk"), Score.of("lyapunov_max", 1, .6)));
    DatasetGroup more = ExperimentGroup.of(trials).get(0).datasets().get(0);
    Direction direction = Direction.LOWER_IS_BETTER;
    assertThat(more.summary("nvar", "d_h", direction))
        .isEqualTo(group.summary("nvar", "d_h", direction));
    assertThat(more.cost("nvar", "d_h", direction)).isEqualTo(group.cost("nvar", "d_h", direction));
    assertThat(more.summary("nvar", "lyapunov_max", direction).count()).isEqualTo(3);
    assertThat(more.errors("nvar")).isEqualTo(1);
    assertThat(group.errors("nvar")).isZero();
  }

  @Test
  void theReportSaysWhichValuesAreMissingAndWhy() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    HtmlReport.write(
        new ReportInput(
            "x", "", "x", TRIALS, ArtefactSource.NONE, Map.of(), "", Map.of(), Metric.registry()),
        (name, content) -> pages.put(name, new String(content, StandardCharsets.UTF_8)));
    String page = pages.get("report/chaos.html");
    assertThat(page)
        .contains("1 without a value")
        .contains("1 trial without some value")
        .contains("D_H: diverged at step 878")
        .contains(">given</span>")
        .contains("in 2 trials, none failed");
  }

  @Test
  void whatIsToBeKnownOfFloorsIsThatOfFloorsAloneAndSaidOnce() {
    List<TrialRecord> noted =
        TRIALS.stream().map(trial -> trial.noting("of " + trial.system())).toList();
    List<TrialRecord> twice = new ArrayList<>(noted);
    twice.add(noted.get(0));
    DatasetGroup known = ExperimentGroup.of(twice).get(0).datasets().get(0);
    assertThat(known.floorNotes()).containsExactly("of truth");
    assertThat(group.floorNotes()).isEmpty();
  }
}
