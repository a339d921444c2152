package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.jobs.kill.SmallRun;
import io.ergodic.jobs.testing.ChildJvm;
import io.ergodic.jobs.testing.LocalSpark;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process that runs a suite dies before its first step of writing, another before its second, and
 * so on until one gets through. After each of them the next run ends with the results of one that
 * was never disturbed.
 */
@Tag("long")
class KillWalkIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunDiesAtEveryStepInTurn(boolean then) throws Exception {
    try (SparkSession session = LocalSpark.start(1)) {
      Path begin = Files.createDirectories(folder.resolve("begin"));
      if (then) {
        new SmallRun(begin, false).run(session);
      }
      SmallRun whole = new SmallRun(fresh(begin, "whole"), then);
      whole.run(session);
      Map<String, String> expected = whole.left();
      int step = 1;
      String last = died(fresh(begin, "step-1"), then, step);
      while (!last.isEmpty()) {
        SmallRun again = new SmallRun(folder.resolve("step-" + step), then);
        again.run(session);
        assertThat(again.left()).as("%s%n%s", last, again.shown()).isEqualTo(expected);
        step++;
        last = died(fresh(begin, "step-" + step), then, step);
      }
      assertThat(step).isGreaterThan(then ? 50 : 100);
      assertThat(new SmallRun(folder.resolve("step-" + step), then).left()).isEqualTo(expected);
    }
  }

  private Path fresh(Path begin, String name) throws Exception {
    Path here = folder.resolve(name);
    SmallRun.copy(begin, here);
    return here;
  }

  /** The step before which a run died; empty when it got through. */
  private static String died(Path here, boolean then, int step) throws Exception {
    Process process =
        ChildJvm.start(
            List.of("-D" + WriteSteps.HALT_AT + "=" + step, "-XX:TieredStopAtLevel=1"),
            SmallRun.class,
            here.toString(),
            String.valueOf(then));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assertThat(code).as(said).isIn(0, WriteSteps.HALTED);
    return code == 0
        ? ""
        : said.lines().filter(line -> line.startsWith("halted before")).findFirst().orElseThrow();
  }
}
