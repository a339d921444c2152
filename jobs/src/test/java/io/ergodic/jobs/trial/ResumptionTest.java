package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.Specs;
import io.ergodic.jobs.train.TrainingState;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest {
  private static final Configuration CONFIGURATION = new Configuration();

  @TempDir java.nio.file.Path folder;

  @Test
  void aTrainingUnderWayWithOtherSettingsIsRefusedByWhatDiffers() throws IOException {
    begin(trial(4, 16));
    assertThatThrownBy(() -> resume(trial(8, 16)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("averaging.workers was 4 and is 8")
        .hasMessageContaining("round-000002")
        .hasMessageNotContaining("localSteps")
        .hasMessageNotContaining("seed");
  }

  @Test
  void theSameSettingsAndOtherTrialsGoOn() throws IOException {
    begin(trial(4, 16));
    assertThatCode(() -> resume(trial(4, 16))).doesNotThrowAnyException();
    TrialSpec other = Specs.trial("another", 1);
    assertThatCode(() -> resume(other)).doesNotThrowAnyException();
  }

  @Test
  void whatIsDoneUnderOtherSettingsIsNoMatter() throws IOException {
    TrialSpec done = trial(4, 16);
    begin(done);
    new TrialStore(output(), CONFIGURATION).write(new RecordBuilder(done).succeeded());
    assertThatCode(() -> resume(trial(8, 16))).doesNotThrowAnyException();
  }

  @Test
  void withoutARunThereIsNothingToGoOnWith() {
    assertThatThrownBy(() -> resume(trial(4, 16)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no run to go on with");
  }

  private Path output() {
    return new Path(folder.toUri());
  }

  private void begin(TrialSpec trial) throws IOException {
    Files.writeString(folder.resolve("suite.json"), "{}");
    Path own = Resumption.folder(output(), trial);
    Resumption.describe(own, trial, CONFIGURATION);
    TrainingState state =
        new TrainingState(
            0,
            2,
            32,
            new float[] {1},
            List.of(new float[0]),
            List.of(),
            new float[0],
            0,
            List.of(),
            none());
    new Checkpoints(own, 1, CONFIGURATION).write(state, 1, AveragedTraining.identity(trial), 0);
  }

  private static TrainingState.Best none() {
    return new TrainingState.Best(null, Double.POSITIVE_INFINITY, 0);
  }

  private void resume(TrialSpec trial) throws IOException {
    new Resumption(output(), CONFIGURATION).check(List.of(trial), List.of(trial));
  }

  private static TrialSpec trial(int workers, int localSteps) {
    String settings =
        "{\"averaging\":{\"workers\":" + workers + ",\"localSteps\":" + localSteps + "}}";
    TrialSpec of = Specs.trial("averaged", 1);
    return new TrialSpec(
        of.experiment(),
        of.task(),
        of.taskSettings(),
        of.dataset(),
        of.dataFolder(),
        of.dataHash(),
        new SystemSpec("averaged", "shallow-plrnn", settings, "systems.averaged"),
        of.resolved(),
        of.seed(),
        of.metrics(),
        of.published(),
        of.timeLimit());
  }
}
