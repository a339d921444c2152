package io.ergodic.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.ArtefactSource;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.ComparisonPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Suites with nothing to compare, or too much: said in words, after all the work is done. */
class UnusualReportsTest {
  private final List<TrialRecord> trials = new ArrayList<>();
  private ComparisonPlan plan = ComparisonPlan.ALL;
  private double[][] curve = {};

  /** Not a number for a failed trial. */
  private void add(String dataset, String system, long seed, double value) {
    boolean failed = Double.isNaN(value);
    trials.add(
        new TrialRecord(
            dataset + system + seed,
            "race",
            "forecasting",
            dataset,
            "d4a7",
            system,
            Role.MODEL,
            "family",
            seed,
            failed ? TrialRecord.FAILED : TrialRecord.OK,
            failed ? "diverged" : null,
            failed ? List.of() : List.of(Score.of("mse", 1, value)),
            List.of("mse"),
            Map.of(),
            1,
            "jvm",
            "cpu",
            Map.of(),
            curve,
            List.of(),
            List.of(),
            "r1",
            ""));
  }

  private void addScores(String dataset, String system, Score... scores) {
    List<Score> all = List.of(scores);
    String status = TrialRecord.status(all);
    trials.add(
        new TrialRecord(
            dataset + system,
            "race",
            "forecasting",
            dataset,
            "d4a7",
            system,
            Role.MODEL,
            "family",
            1,
            status,
            TrialRecord.reason(all, status),
            all,
            all.stream().map(Score::metric).toList(),
            Map.of(),
            1,
            "jvm",
            "cpu",
            Map.of(),
            new double[0][],
            List.of(),
            List.of(),
            "r1",
            ""));
  }

  private Map<String, String> report() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    HtmlReport.write(
        new ReportInput(
            "Unusual",
            "",
            "unusual",
            trials,
            ArtefactSource.NONE,
            Map.of(),
            "",
            Map.of("race", plan),
            Metric.registry()),
        (name, content) -> pages.put(name, new String(content, StandardCharsets.UTF_8)));
    return pages;
  }

  /** The numbers of a browser are doubles: two seeds would be one. */
  @Test
  void seedsThatABrowserWouldRoundAreText() throws IOException {
    curve = new double[][] {{1, 0.5, 0.6}, {2, 0.4, 0.5}};
    add("a", "first", 9007199254740993L, 0.5);
    add("a", "first", 9007199254740992L, 0.4);
    String pages = report().toString();
    assertThat(pages)
        .contains("\"seed\":\"9007199254740993\"")
        .contains("\"seed\":9007199254740992,");
    assertThat(pages).doesNotContain("\"seed\":9007199254740993");
  }

  @Test
  void oneSystemHasNothingToBeComparedWith() throws IOException {
    add("a", "alone", 1, 0.5);
    assertThat(report().get("report.html")).contains("Nothing to compare it with.");
    assertThat(report().get("report/race.html")).doesNotContain("<svg");
  }

  @Test
  void whereAllFailNobodyWins() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      add("a", "first", seed, Double.NaN);
      add("a", "second", seed, Double.NaN);
    }
    assertThat(report().get("report.html")).contains("No system has a finite score.");
    assertThat(report().get("report/race.html"))
        .contains("3 failed")
        .contains("Friedman p = 1.000");
  }

  @Test
  void whereAllAreEqualAllShareTheFirstPlace() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      add("a", "first", seed, 0.5);
      add("a", "second", seed, 0.5);
      add("a", "third", seed, 0.5);
    }
    assertThat(report().get("report.html"))
        .contains("<b>first and second and third</b> share the best mean rank by MSE")
        .doesNotContain("next is")
        .contains("tells it from none of the others");
  }

  /** F6: equal ranks; the one with the better median first, both named, each with its figure. */
  @Test
  void aTieNamesBothWithTheBetterMedianFirst() throws IOException {
    add("a", "mlp", 1, 0.40);
    add("a", "mlp", 2, 0.60);
    add("a", "cnn", 1, 0.41);
    add("a", "cnn", 2, 0.55);
    add("a", "third", 1, 0.9);
    add("a", "third", 2, 0.9);
    String index = report().get("report.html");
    assertThat(index)
        .contains(
            "<b>cnn and mlp</b> share the best mean rank by MSE (lower is better): cnn 0.4800 ±"
                + " 0.070, mlp 0.5000 ± 0.10 on a.")
        .doesNotContain("next is");
    assertThat(index.split("class=\"winner\"")[1].split("</a>")[0])
        .containsSubsequence(">cnn<", ">mlp<", "<b>cnn and mlp</b>");
  }

  /** Nothing has been measured, or nothing by the second metric. */
  @Test
  void whereAllHaveErrorsNobodyIsRanked() throws IOException {
    addScores("a", "first", Score.error("mse", 1, "disk"));
    addScores("a", "second", Score.error("mse", 1, "disk"));
    assertThat(report().get("report.html"))
        .contains("No system has a finite score.", "2 not measured for errors of the machine");
    assertThat(report().get("report/race.html"))
        .contains("Not ranked, for errors of the machine in all their trials: first, second.")
        .contains("2 trials not measured for errors of the machine")
        .doesNotContain("2 failed trials");
    trials.clear();
    addScores("a", "first", Score.of("mse", 1, 1), Score.error("mae", 1, "disk"));
    addScores("a", "second", Score.of("mse", 1, 2), Score.error("mae", 1, "disk"));
    assertThat(report().get("report/race.html"))
        .contains("2 trials not measured for errors of the machine", "disk")
        .doesNotContain("Not ranked");
  }

  @Test
  void manySystemsAreShownAgainstTheControl() throws IOException {
    for (int system = 0; system < 20; system++) {
      for (String dataset : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
        add(dataset, "s" + system, 1, system + dataset.charAt(0) % 3);
      }
    }
    plan = new ComparisonPlan(Optional.of("s3"), Map.of());
    String page = report().get("report/race.html");
    assertThat(page)
        .contains("p against s3")
        .contains("the control")
        .doesNotContain("class=\"cd\"")
        .contains("\"kind\":\"rankmap\"");
    assertThat(report().get("report.html")).contains("All 20 systems").contains("compared with s3");
  }

  @Test
  void groupsHaveDiagramsOfTheirOwn() throws IOException {
    for (int system = 0; system < 20; system++) {
      for (long seed = 1; seed <= 6; seed++) {
        add("a", "s" + system, seed, system + 0.1 * seed);
      }
    }
    plan =
        new ComparisonPlan(
            Optional.empty(),
            Map.of("small", List.of("s1", "s2", "s3"), "gone", List.of("x", "y")));
    String page = report().get("report/race.html");
    assertThat(page).contains("<h4>small</h4>").contains("class=\"cd\"").contains("<h4>gone</h4>");
  }
}
