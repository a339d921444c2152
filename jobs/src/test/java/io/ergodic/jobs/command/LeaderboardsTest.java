package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.Specs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LeaderboardsTest {
  private static final List<TrialRecord> RECORDS =
      List.of(
          Specs.record(TrialRecord.FLOOR, 1, 0.0125, 0.01),
          Specs.record("plrnn", 1, 0.3, 0.07),
          Specs.record("plrnn", 2, 0.5, 0.09),
          Specs.record("nvar", 1, 0.25, 0.08),
          Specs.record("nvar", 2, 12345.678, 0.06),
          Specs.failed("cnn", 1, "loss became NaN"),
          Specs.failed("cnn", 2, "loss became NaN"));

  /** Ranks in the two blocks (seeds): plrnn 2, 1; nvar 1, 2; cnn, which failed, 3, 3. */
  @Test
  void systemsStandByMeanRankWithMediansAndFailures() {
    assertThat(lines(RECORDS))
        .containsExactly(
            "",
            "reconstruction: mean rank by d_stsp over 2 blocks; medians",
            "  system                    rank       d_stsp          d_h  failed",
            "  plrnn                     1.50       0.4000      0.08000  0/2",
            "  nvar                      1.50         6173      0.07000  0/2",
            "  cnn                       3.00       failed       failed  2/2",
            "  (floor)                             0.01250      0.01000  0/1");
  }

  @Test
  void withoutAFloorThereIsNoLineOfIt() {
    assertThat(lines(RECORDS.subList(1, RECORDS.size()))).noneMatch(line -> line.contains("floor"));
  }

  /** One seed of one system has not been measured, and nothing is known of another. */
  @Test
  void errorsOfTheMachineAreShownAndNotRanked() {
    List<TrialRecord> records = new ArrayList<>(RECORDS.subList(1, RECORDS.size()));
    records.set(0, Specs.error("plrnn", 1, "disk"));
    records.add(Specs.error("gone", 1, "disk"));
    assertThat(lines(records))
        .contains(
            "reconstruction: mean rank by d_stsp over 1 blocks; medians",
            "  plrnn                     1.00       0.5000      0.09000  0/2, 1 error",
            "  gone                         -            -            -  0/1, 1 error")
        .noneMatch(line -> line.contains("gone") && line.contains("1.00"));
  }

  @Test
  void aFloorThatIsGivenIsSaidToBe() {
    List<TrialRecord> records = new ArrayList<>(RECORDS);
    records.set(0, Specs.floor(List.of(Score.of("d_stsp", 1, 0.01), Score.given("d_h", 1, 0.02))));
    assertThat(lines(records))
        .contains("  (the floor of d_h is given with the data, not measured)");
    assertThat(lines(RECORDS)).noneMatch(line -> line.contains("given"));
  }

  @Test
  void numbersLookTheSameEverywhere() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      List<String> german = lines(RECORDS);
      Locale.setDefault(Locale.ROOT);
      assertThat(german).isEqualTo(lines(RECORDS));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> lines(List<TrialRecord> records) {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    Leaderboards.print(records, new PrintStream(shown, true, StandardCharsets.UTF_8));
    return shown.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
