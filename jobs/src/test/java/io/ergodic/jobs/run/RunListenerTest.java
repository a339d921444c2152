package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.StrickenFamily;
import io.ergodic.jobs.testing.SuiteRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListenerTest {
  private static final String SUITE =
      """
      name = told
      datasets.lorenz { source = flow, system = Lorenz, length = 500, transient = 5, seed = 7
                        trajectories { train = 1, validation = 1, test = 1 } }
      systems.a { family = stricken, error = beside, times = 0 }
      experiments.free { task = reconstruction, datasets = [lorenz], systems = [a]
                         metrics = [pe_1], floor = false }
      """;

  @TempDir Path folder;

  /** Eight steps of 0.3 s: it is told of long before the record is there. */
  @Test
  void aTrialIsToldOfWhenItStarts() throws IOException {
    StrickenFamily.heal();
    List<String> told = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void started(TrialSpec trial) {
            Path record = folder.resolve("out/trials").resolve(trial.hash() + ".json");
            told.add("started" + (Files.exists(record) ? ", but is over" : ""));
          }

          @Override
          public void finished(TrialRecord record) {
            told.add(record.status());
          }

          @Override
          public void running(int trials) {}

          @Override
          public void close() {}
        };
    new SuiteRunner(folder, listener).run(SUITE, "out");
    assertThat(told).containsExactly("started", "ok");
  }
}
