package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialBatchesTest {
  private static final List<TrialSpec> TRIALS =
      IntStream.range(0, 1000).mapToObj(seed -> Specs.trial("nvar", seed)).toList();

  @Test
  void tinyTrialsShareATaskAndTheLastBatchesAreSmall() {
    List<ArrayList<TrialSpec>> batches = TrialBatches.of(TRIALS, trial -> 0, 2);
    assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(TRIALS);
    assertThat(batches.get(0)).hasSize(TrialBatches.MOST);
    assertThat(batches.get(batches.size() - 1)).hasSize(1);
    assertThat(batches.size()).isLessThan(80);
    for (int i = 1; i < batches.size(); i++) {
      assertThat(batches.get(i)).hasSizeLessThanOrEqualTo(batches.get(i - 1).size());
    }
  }

  /** The first ten are long. */
  @Test
  void longTrialsHaveATaskEach() {
    List<ArrayList<TrialSpec>> batches =
        TrialBatches.of(TRIALS, trial -> trial.seed() < 10 ? 2 * TrialBatches.TINY : 1, 2);
    assertThat(batches.subList(0, 10)).allMatch(batch -> batch.size() == 1);
    assertThat(batches.get(10)).hasSize(TrialBatches.MOST);
    assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(TRIALS);
  }

  @Test
  void aFewTrialsAreSpreadOverTheCores() {
    List<ArrayList<TrialSpec>> batches = TrialBatches.of(TRIALS.subList(0, 5), trial -> 0, 8);
    assertThat(batches).hasSize(5).allMatch(batch -> batch.size() == 1);
  }
}
