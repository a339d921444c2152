package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final TrialRecord GOOD =
      Trials.ok("gtf", 1, Score.of("d-stsp", 1, 0.1 + 0.2), Score.of("lambda-max", 1, 0.9));
  private static final TrialRecord PARTIAL = Trials.ok("gtf", 2, Score.of("d-stsp", 1, Double.NaN));
  private static final TrialRecord BROKEN = Trials.failed("al-rnn", 1, "loss is NaN, \"step\" 3");
  private static final TrialRecord FLOOR = Trials.ok("floor", 1, Score.of("d-stsp", 1, 0.02));
  private static final List<TrialRecord> ALL = List.of(GOOD, PARTIAL, BROKEN, FLOOR);

  @Test
  void everyTrialHasARowForEachMetricAskedFor() {
    List<ResultRow> rows = ResultTable.rows(ALL);
    assertThat(rows)
        .extracting(r -> r.system() + " " + r.seed() + " " + r.metric() + " " + r.value())
        .containsExactly(
            "al-rnn 1 d-stsp null",
            "al-rnn 1 lambda-max null",
            "floor 1 d-stsp 0.02",
            "gtf 1 d-stsp 0.30000000000000004",
            "gtf 1 lambda-max 0.9",
            "gtf 2 d-stsp null",
            "gtf 2 lambda-max null");
    assertThat(rows).filteredOn(r -> r.system().equals("al-rnn")).allMatch(r -> isFailed(r));
  }

  private static boolean isFailed(ResultRow row) {
    return row.status().equals("failed") && row.reason().startsWith("loss is NaN");
  }

  @Test
  void floorAndPublishedStandBesideTheValue() {
    ResultRow row = ResultTable.rows(ALL).get(3);
    assertThat(row.floor()).isEqualTo(0.02);
    assertThat(row.published()).isEqualTo(0.3);
    assertThat(row.trainSeconds()).isEqualTo(1.25);
    assertThat(row.revision()).isEqualTo("r1");
    assertThat(row.cells()).hasSameSizeAs(ResultRow.COLUMNS.toArray());
  }

  @Test
  void errorsOfTheMachineHaveAStatusOfTheirOwn() {
    TrialRecord error =
        Trials.trial("x", 1, TrialRecord.ERROR, "no space left", List.of(), List.of());
    TrialRecord partly =
        Trials.ok("y", 1, Score.of("d-stsp", 1, 0.5), Score.error("lambda-max", 1, "disk"));
    assertThat(ResultTable.rows(List.of(error, partly)))
        .extracting(
            r ->
                r.system()
                    + " "
                    + r.metric()
                    + " "
                    + r.value()
                    + " "
                    + r.status()
                    + " "
                    + r.reason())
        .containsExactly(
            "x d-stsp null error no space left",
            "x lambda-max null error no space left",
            "y d-stsp 0.5 ok null",
            "y lambda-max null error disk");
  }

  @Test
  void aFloorThatSomebodyStatedIsMarkedInItsRowAndBesideTheOthers() {
    TrialRecord floor =
        Trials.ok("floor", 1, Score.of("d-stsp", 1, 0.02), Score.given("lambda-max", 1, 0.78));
    List<ResultRow> rows = ResultTable.rows(List.of(GOOD, floor));
    assertThat(rows)
        .extracting(r -> r.system() + " " + r.metric() + " " + r.status() + " " + r.floorStatus())
        .containsExactly(
            "floor d-stsp ok null",
            "floor lambda-max given null",
            "gtf d-stsp ok ok",
            "gtf lambda-max ok given");
    assertThat(ResultRow.COLUMNS).endsWith("metric_revision", "floor_status");
  }

  @Test
  void orderOfTrialsDoesNotMatter() {
    List<TrialRecord> reversed = new ArrayList<>(ALL);
    Collections.reverse(reversed);
    assertThat(ResultTable.rows(reversed)).isEqualTo(ResultTable.rows(ALL));
  }

  @Test
  void csvQuotesAndKeepsFullPrecision() {
    List<String> lines = CsvTable.text(ResultTable.rows(ALL)).lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0))
        .startsWith(
            "dataset,system,seed,metric,value,status,published,parameters,train_seconds,engine,trial,");
    assertThat(lines.get(1))
        .startsWith("lorenz63,al-rnn,1,d-stsp,,failed,0.3,353,1.25,jvm,hash-al-rnn1,")
        .contains(",0.02,\"loss is NaN, \"\"step\"\" 3\",d4a7,cpu,r1");
    assertThat(lines.get(4)).contains(",d-stsp,0.30000000000000004,ok,");
    assertThat(lines.get(6)).contains(",d-stsp,,failed,");
  }

  @Test
  void cellsAreQuotedWhereRfc4180Asks() {
    assertThat(CsvTable.quoted("plain")).isEqualTo("plain");
    assertThat(CsvTable.quoted("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvTable.quoted("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(CsvTable.quoted("say \"a\"")).isEqualTo("\"say \"\"a\"\"\"");
    assertThat(CsvTable.quoted("")).isEqualTo("\"\"");
  }
}
