package io.ergodic.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  private final List<TrialRecord> records = new ArrayList<>();

  private void add(String dataset, String system, long seed, Double value) {
    Role role = system.equals(TrialRecord.FLOOR) ? Role.FLOOR : Role.MODEL;
    Score score = Score.of("mse", 1, value == null ? 0 : value);
    add(dataset, system, seed, role, value == null ? List.of() : List.of(score));
  }

  /** Of a family without randomness: one training for all seeds. */
  private void addRepeated(String dataset, String system, long seed, double value) {
    add(dataset + system, dataset, system, seed, Role.MODEL, List.of(Score.of("mse", 1, value)));
  }

  /** Without scores the training failed. */
  private void add(String dataset, String system, long seed, Role role, List<Score> scores) {
    add(dataset + system + seed, dataset, system, seed, role, scores);
  }

  private void add(
      String training, String dataset, String system, long seed, Role role, List<Score> scores) {
    records.add(
        new TrialRecord(
            training,
            "experiment",
            "forecasting",
            dataset,
            "hash",
            system,
            role,
            "family",
            seed,
            scores.isEmpty() ? TrialRecord.FAILED : TrialRecord.OK,
            scores.isEmpty() ? "diverged" : null,
            scores,
            List.of("mse"),
            Map.of(),
            1,
            "engine",
            "device",
            Map.of(),
            new double[0][],
            List.of(),
            List.of(),
            "r1",
            ""));
  }

  private Leaderboard board(Direction direction) {
    return Leaderboard.of("mse", direction, records);
  }

  /** Otherwise what a machine cannot run would be the worst of all. */
  @Test
  void whatWasNotMeasuredIsMissingAndNotTheWorst() {
    for (long seed = 1; seed <= 4; seed++) {
      add("a", "good", seed, 1.0 + 0.1 * seed);
      add("a", "bad", seed, 2.0 + 0.1 * seed);
    }
    Leaderboard before = board(Direction.LOWER_IS_BETTER);
    Score error = Score.error("mse", 1, "disk");
    add("a", "good", 5, Role.MODEL, List.of(error));
    add("a", "bad", 5, 3.0);
    add("a", "unknown", 1, Role.MODEL, List.of(error));
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.standings()).extracting(Standing::system).containsExactly("good", "bad");
    assertThat(board.standings().get(0).meanRank()).isEqualTo(1);
    assertThat(board.standings().get(0).failed()).isZero();
    assertThat(board.blocks()).isEqualTo(before.blocks()).isEqualTo(4);
    assertThat(board.incomplete()).isEqualTo(1);
    assertThat(board.comparisons()).isEqualTo(before.comparisons());
  }

  @Test
  void ranksByDatasetAndSeedWhenDatasetsAreFew() {
    for (long seed = 1; seed <= 4; seed++) {
      add("a", "good", seed, 1.0 + seed);
      add("a", "bad", seed, 2.0 + seed);
      add("a", TrialRecord.FLOOR, seed, 0.0);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.blocks()).isEqualTo(4);
    assertThat(board.standings())
        .containsExactly(new Standing("good", 1, 4, 0), new Standing("bad", 2, 4, 0));
    assertThat(board.friedman().statistic()).isCloseTo(4, within(1e-12));
    // CD = q(2) / sqrt 2 * sqrt(2 * 3 / (6 * 4)) = 1.96 / 2
    assertThat(board.criticalDifference()).isCloseTo(.98, within(1e-3));
    assertThat(board.groups()).isEmpty();
    assertThat(board.comparisons().get(0).pValue()).isEqualTo(2 / 16.0);
  }

  @Test
  void takesTheMedianOverSeedsWhenThereAreFiveDatasets() {
    for (String dataset : List.of("a", "b", "c", "d", "e")) {
      for (long seed = 1; seed <= 3; seed++) {
        add(dataset, "steady", seed, 2.0);
        add(dataset, "wild", seed, seed == 1 ? 1.0 : 3.0);
      }
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.blocks()).isEqualTo(5);
    assertThat(board.standings())
        .containsExactly(new Standing("steady", 1, 15, 0), new Standing("wild", 2, 15, 0));
  }

  @Test
  void putsFailuresLastAndNeverDropsThem() {
    for (long seed = 1; seed <= 2; seed++) {
      add("a", "fails", seed, null);
      add("a", "fails too", seed, null);
      add("a", "works", seed, 1e30);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.standings())
        .containsExactly(
            new Standing("works", 1, 2, 0),
            new Standing("fails", 2.5, 2, 2),
            new Standing("fails too", 2.5, 2, 2));
    assertThat(board.groups()).containsExactly(List.of("works", "fails", "fails too"));
  }

  @Test
  void aFailedMetricOfATrialIsTheWorstInThatMetric() {
    List<Score> partly = List.of(Score.failed("mse", 1, "no value"), Score.of("mae", 1, 0));
    for (long seed = 1; seed <= 2; seed++) {
      add("a", "partly", seed, Role.MODEL, partly);
      add("a", "works", seed, 1e30);
      add("a", TrialRecord.FLOOR, seed, 1.0);
    }
    for (Direction direction : Direction.values()) {
      Leaderboard board = board(direction);
      assertThat(board.blocks()).isEqualTo(2);
      assertThat(board.standings())
          .containsExactly(new Standing("works", 1, 2, 0), new Standing("partly", 2, 2, 2));
    }
  }

  @Test
  void theFloorIsARoleAndNoName() {
    add("a", "floor", 1, Role.MODEL, List.of(Score.of("mse", 1, 2)));
    add("a", "truth", 1, Role.FLOOR, List.of(Score.of("mse", 1, 1)));
    add("a", "other", 1, 5.0);
    for (Direction direction :
        List.of(Direction.LOWER_IS_BETTER, Direction.CLOSER_TO_FLOOR_IS_BETTER)) {
      assertThat(board(direction).standings())
          .extracting(Standing::system)
          .containsExactly("floor", "other");
    }
  }

  @Test
  void turnsRoundWhereHigherIsBetter() {
    add("a", "x", 1, .9);
    add("a", "y", 1, .8);
    assertThat(board(Direction.HIGHER_IS_BETTER).standings().get(0).system()).isEqualTo("x");
    assertThat(board(Direction.LOWER_IS_BETTER).standings().get(0).system()).isEqualTo("y");
  }

  @Test
  void measuresTheDistanceFromTheFloorOfTheSameDataset() {
    add("a", TrialRecord.FLOOR, 0, .9);
    add("a", "near", 1, 1.0);
    add("a", "low", 1, .1);
    add("b", "near", 1, 1.0);
    add("b", "low", 1, .1);
    Leaderboard board = board(Direction.CLOSER_TO_FLOOR_IS_BETTER);
    assertThat(board.standings().get(0).system()).isEqualTo("near");
    assertThat(board.blocks()).isEqualTo(1);
    assertThat(board.incomplete()).isEqualTo(1);
  }

  @Test
  void leavesOutBlocksThatAreNotComplete() {
    add("a", "x", 1, 1.0);
    add("a", "y", 1, 2.0);
    add("a", "x", 2, 3.0);
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.blocks()).isEqualTo(1);
    assertThat(board.incomplete()).isEqualTo(1);
  }

  @Test
  void groupsWhatCannotBeToldApart() {
    // Mean ranks 1, 2, 3 over 8 blocks; CD = 3.3145 / sqrt 2 * sqrt(12 / 48) = 1.17
    for (long seed = 1; seed <= 8; seed++) {
      add("a", "first", seed, 1.0 + 0.01 * seed);
      add("a", "second", seed, 2.0 + 0.01 * seed);
      add("a", "third", seed, 3.0 + 0.01 * seed);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.criticalDifference()).isCloseTo(1.1718, within(1e-3));
    assertThat(board.groups())
        .containsExactly(List.of("first", "second"), List.of("second", "third"));
    assertThat(board.comparisons())
        .allSatisfy(pair -> assertThat(pair.corrected()).isEqualTo(3 * 2 / 256.0));
  }

  /** Two systems without randomness have one measurement a dataset, however many seeds. */
  @Test
  void oneTrainingForAllSeedsIsOneMeasurement() {
    for (long seed = 1; seed <= 20; seed++) {
      add("a", "trained", seed, 1.0 + 0.01 * seed);
      addRepeated("a", "ridge", seed, 2);
      addRepeated("a", "persistence", seed, 3);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.repeating()).containsExactly("ridge", "persistence");
    assertThat(board.blocks()).isEqualTo(20);
    assertThat(board.friedman().pValue()).isNaN();
    assertThat(board.criticalDifference()).isNaN();
    assertThat(board.comparison("ridge", "persistence").orElseThrow().pValue()).isEqualTo(1);
    assertThat(board.comparison("trained", "ridge").orElseThrow().pValue()).isLessThan(0.001);
    assertThat(board.groups()).containsExactly(List.of("ridge", "persistence"));
  }

  /** Rounded scores that happen to be equal are as many measurements as there are seeds. */
  @Test
  void equalScoresAreNoRepetition() {
    for (long seed = 1; seed <= 20; seed++) {
      add("a", "b", seed, 0.91 + 0.01 * (seed % 2));
      add("a", "c", seed, 0.89);
    }
    Leaderboard board = board(Direction.HIGHER_IS_BETTER);
    assertThat(board.repeating()).isEmpty();
    assertThat(board.comparisons().get(0).pValue()).isCloseTo(2 / Math.pow(2, 20), within(1e-12));
    assertThat(board.groups()).isEmpty();
  }

  @Test
  void seedsAddNothingWhereAllSystemsRepeatThemselves() {
    for (long seed = 1; seed <= 5; seed++) {
      addRepeated("a", "ridge", seed, 2);
      addRepeated("a", "persistence", seed, 3);
      addRepeated("b", "ridge", seed, 2.5);
      addRepeated("b", "persistence", seed, 3.5);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.byDataset()).isTrue();
    assertThat(board.blocks()).isEqualTo(2);
    assertThat(board.friedman().statistic()).isCloseTo(2, within(1e-12));
    assertThat(board.criticalDifference()).isCloseTo(1.96 / Math.sqrt(2), within(1e-3));
    assertThat(board.groups()).containsExactly(List.of("ridge", "persistence"));
  }

  @Test
  void failuresInSeveralSeedsAreSeveral() {
    for (long seed = 1; seed <= 4; seed++) {
      add("a", "fails", seed, null);
      addRepeated("a", "ridge", seed, 3);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.repeating()).containsExactly("ridge");
    assertThat(board.blocks()).isEqualTo(4);
    assertThat(board.groups()).isEmpty();
  }

  @Test
  void aTieGoesToTheBetterMedian() {
    add("a", "first", 1, 2.0);
    add("a", "second", 1, 1.0);
    add("a", "first", 2, 2.0);
    add("a", "second", 2, 2.9);
    assertThat(board(Direction.LOWER_IS_BETTER).standings())
        .extracting(Standing::system)
        .containsExactly("second", "first");
  }

  /** The cost of a cell is that of the leaderboard: the median of the distances. */
  @Test
  void distancesFromTheFloorAreOfTrialsNotOfTheirMedian() {
    double[] wide = {0, .9, 1.8, .1, 1.7};
    for (int i = 0; i < wide.length; i++) {
      add("a", "wide", i, wide[i]);
      add("a", "near", i, 0.6);
    }
    add("a", TrialRecord.FLOOR, 0, .9);
    List<TrialRecord> own =
        records.stream().filter(record -> record.system().equals("wide")).toList();
    Costs costs = new Costs("mse", Direction.CLOSER_TO_FLOOR_IS_BETTER, records);
    assertThat(costs.median(own)).isCloseTo(.8, within(1e-12));
    assertThat(board(Direction.CLOSER_TO_FLOOR_IS_BETTER).standings().get(0).system())
        .isEqualTo("near");
  }

  @Test
  void manySystemsAreComparedWithTheFirstAlone() {
    for (long seed = 1; seed <= 12; seed++) {
      for (int system = 0; system < 16; system++) {
        double noise = Math.floorMod(seed * (system + 3) * 7919L, 101L) / 101.0;
        add("a", "s" + system, seed, (system < 8 ? 0 : 5) + noise);
      }
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.control()).contains("s0");
    assertThat(board.criticalDifference()).isNaN();
    assertThat(board.groups()).isEmpty();
    assertThat(board.comparisons()).hasSize(15);
    // Holm over 15: the smallest of twelve pairs is 15 * 2 / 4096.
    assertThat(board.comparison("s0", "s15").orElseThrow().corrected())
        .isCloseTo(15 * 2 / 4096.0, within(1e-12));
    assertThat(board.comparison("s14", "s15")).isEmpty();
    assertThat(board.alike("s0")).doesNotContain("s8", "s15").hasSizeBetween(1, 7);
  }

  @Test
  void aNamedControlIsComparedWithEach() {
    for (long seed = 1; seed <= 6; seed++) {
      add("a", "x", seed, 1.0 + seed);
      add("a", "ridge", seed, 2.0 + seed);
      add("a", "y", seed, 3.0 + seed);
    }
    Leaderboard board =
        Leaderboard.of("mse", Direction.LOWER_IS_BETTER, records, Optional.of("ridge"));
    assertThat(board.comparisons())
        .allSatisfy(c -> assertThat(c.corrected()).isEqualTo(2 * 2 / 64.0));
    assertThat(board.comparisons()).hasSize(2);
    assertThat(board.alike("ridge")).containsExactly("x", "y");
  }

  @Test
  void isEmptyWithoutTrials() {
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.standings()).isEmpty();
    assertThat(board.criticalDifference()).isNaN();
  }
}
