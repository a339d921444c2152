package io.ergodic.jobs.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.train.TrainingState;
import io.ergodic.models.training.EpochLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final TrainingIdentity IDENTITY =
      new TrainingIdentity(Map.of("averaging.workers", "2", "model.family", "x"));

  @TempDir Path folder;

  @Test
  void aStateIsReadBackToTheBit() throws IOException {
    TrainingState state = state(7, 0.1 + 0.2);
    store(2).write(state, 2, IDENTITY, 12.5);
    TrainingState read = store(2).last(IDENTITY).orElseThrow();
    assertThat(store(2).seconds()).isEqualTo(12.5);
    assertThat(read.curve()).isEqualTo(state.curve());
    assertThat(read).usingRecursiveComparison().ignoringFields("curve").isEqualTo(state);
  }

  @Test
  void theLastAndTheBestAreKept() throws IOException {
    double[] losses = {5, 3, 4, 6, 7};
    for (int round = 0; round < losses.length; round++) {
      store(2).write(state(round, losses[round]), 2, IDENTITY, round);
    }
    assertThat(store(2).all())
        .extracting(org.apache.hadoop.fs.Path::getName)
        .containsExactly("round-000001", "round-000003", "round-000004");
  }

  @Test
  void whatWasNotRenamedDoesNotCount() throws IOException {
    Files.createDirectories(folder.resolve(".round-000009.half"));
    assertThat(store(1).last(IDENTITY)).isEmpty();
    assertThat(store(1).seconds()).isZero();
  }

  private Checkpoints store(int keep) throws IOException {
    return new Checkpoints(
        new org.apache.hadoop.fs.Path(folder.toUri()), keep, new Configuration());
  }

  private static TrainingState state(int round, double validation) {
    return new TrainingState(
        1,
        round,
        round * 12L,
        new float[] {1, 2, 3},
        List.of(new float[] {0.1f, -0f}, new float[] {Float.MIN_VALUE, 4}),
        List.of(new float[] {5}, new float[] {6}),
        new float[] {9, 8},
        1.0 / 3,
        List.of(new EpochLoss(0, 0.7, Double.NaN), new EpochLoss(1, Math.E, validation)),
        new TrainingState.Best(new float[] {1, 1, 3}, validation, 1));
  }
}
