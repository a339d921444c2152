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
import org.junit.jupiter.api.Test;

class LeaderboardTest {
  private final List<TrialRecord> records = new ArrayList<>();

  private void add(String dataset, String system, long seed, Double value) {
    Role role = system.equals(TrialRecord.FLOOR) ? Role.FLOOR : Role.MODEL;
    Score score = Score.of("mse", 1, value == null ? 0 : value);
    add(dataset, system, seed, role, value == null ? List.of() : List.of(score));
  }

  /** Without scores the training failed. */
  private void add(String dataset, String system, long seed, Role role, List<Score> scores) {
    records.add(
        new TrialRecord(
            dataset + system + seed,
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

  @Test
  void repeatsOfOneValueAreOneMeasurement() {
    for (long seed = 1; seed <= 20; seed++) {
      add("a", "trained", seed, 1.0 + 0.01 * seed);
      add("a", "ridge", seed, 2.0);
      add("a", "persistence", seed, 3.0);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.repeating()).containsExactly("ridge", "persistence");
    assertThat(board.blocks()).isEqualTo(20);
    assertThat(board.distinct()).isEqualTo(20);
    // Mean ranks 1, 2, 3. CD over 20 blocks 0.74: trained is told from both; ridge and persistence
    // have one pair of values between them, and a CD of 3.31.
    assertThat(board.groups()).containsExactly(List.of("ridge", "persistence"));
    assertThat(board.comparisons())
        .filteredOn(pair -> pair.better().equals("ridge"))
        .singleElement()
        .satisfies(pair -> assertThat(pair.pValue()).isEqualTo(1));
    assertThat(board.comparisons())
        .filteredOn(pair -> pair.better().equals("trained"))
        .allSatisfy(pair -> assertThat(pair.pValue()).isLessThan(0.001));
  }

  @Test
  void seedsAddNothingWhereAllSystemsRepeatThemselves() {
    for (long seed = 1; seed <= 5; seed++) {
      add("a", "ridge", seed, 2.0);
      add("a", "persistence", seed, 3.0);
      add("b", "ridge", seed, 2.5);
      add("b", "persistence", seed, 3.5);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.blocks()).isEqualTo(10);
    assertThat(board.distinct()).isEqualTo(2);
    assertThat(board.friedman().statistic()).isCloseTo(2, within(1e-12));
    assertThat(board.criticalDifference()).isCloseTo(1.96 / Math.sqrt(2), within(1e-3));
    assertThat(board.groups()).containsExactly(List.of("ridge", "persistence"));
  }

  @Test
  void failuresInSeveralSeedsAreSeveral() {
    for (long seed = 1; seed <= 4; seed++) {
      add("a", "fails", seed, null);
      add("a", "ridge", seed, 3.0);
    }
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.distinct()).isEqualTo(4);
    assertThat(board.repeating()).containsExactly("ridge");
    assertThat(board.groups()).isEmpty();
  }

  @Test
  void isEmptyWithoutTrials() {
    Leaderboard board = board(Direction.LOWER_IS_BETTER);
    assertThat(board.standings()).isEmpty();
    assertThat(board.criticalDifference()).isNaN();
  }
}
