package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.jobs.train.round.WorkerCost;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundFigureTest {
  private static final AveragingSettings SETTINGS =
      AveragingSettings.read(
          Settings.parse("workers = 2, localSteps = 8, outer.name = nesterov", "averaging"));

  @Test
  void fewRoundsAreShownAsTheyAre() {
    Artefact.Rounds figure = RoundFigure.of(SETTINGS, rounds(3));
    assertThat(figure.workers()).isEqualTo(2);
    assertThat(figure.localSteps()).isEqualTo(8);
    assertThat(figure.outer()).isEqualTo("nesterov");
    assertThat(figure.optimiserState()).isEqualTo("average");
    assertThat(figure.round()).containsExactly(1, 2, 3);
    assertThat(figure.loss()).containsExactly(1, 2, 3);
    // A round takes 1 + 10 + 2 + 3 + 4 + 0 = 20 ms and sees 100 examples.
    assertThat(figure.seconds()).containsExactly(0.02f, 0.04f, 0.06f);
    assertThat(figure.examples()).isEqualTo(5000);
    assertThat(figure.bytes()).isEqualTo(3 * 30);
    assertThat(figure.validation()).containsExactly(Float.NaN, 20f, Float.NaN);
    assertThat(figure.phases()[1]).containsExactly(10, 10, 10);
    assertThat(figure.timeline()).hasSize(3);
    assertThat(figure.timeline().get(0).workers()).isDeepEqualTo(new float[][] {{1, 2, 10}});
  }

  @Test
  void manyRoundsAreAveragedInRunsOfEqualLength() {
    Artefact.Rounds figure = RoundFigure.of(SETTINGS, rounds(401));
    assertThat(figure.rounds()).isEqualTo(401);
    assertThat(figure.round()).hasSize(134).startsWith(3, 6).endsWith(399, 401);
    assertThat(figure.loss()).startsWith(2, 5).endsWith(398, 400.5f);
    assertThat(figure.validation()).startsWith(20, 60).endsWith(3980, 4000);
    assertThat(figure.seconds()[133]).isEqualTo(8.02f);
    assertThat(figure.timeline())
        .extracting(Artefact.Round::number)
        .containsExactly(201, 202, 203, 204, 205);
  }

  /** Loss = number of the round, validation ten times that in every second round. */
  private static List<RoundRecord> rounds(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(RoundFigureTest::round).toList();
  }

  private static RoundRecord round(int n) {
    Double validation = n % 2 == 0 ? 10.0 * n : null;
    List<WorkerCost> workers = List.of(new WorkerCost(0, 1, 2, 10));
    return new RoundRecord(
        n, n, 1000, 8, n, validation, 100, 0, 1, 10, 2, 3, 4, 0, 10, 20, "cpu", 0, workers);
  }
}
