package io.ergodic.jobs.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.jobs.testing.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run ends at one step of every sort that changes what is visible (the others leave half a hidden
 * file, and have their turn in {@code KillWalkIT}): nothing more is written, deleted or renamed, as
 * if the process were dead. The next run takes up what is there and ends with the results of one
 * that was never disturbed.
 */
class KilledRunTest {
  private static SparkSession session;

  @TempDir Path folder;

  /** Ends what goes on, and is caught nowhere. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed(String step) {
      super("killed before: " + step);
    }
  }

  @BeforeAll
  static void start() {
    session = LocalSpark.start(1);
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNextRunTakesUpWhatIsLeft(boolean then) throws Exception {
    Path begin = Files.createDirectories(folder.resolve("begin"));
    if (then) {
      new SmallRun(begin, false).run(session);
    }
    SmallRun whole = new SmallRun(fresh(begin, "whole"), then);
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    try (AutoCloseable watching = WriteSteps.watch(steps::add)) {
      whole.run(session);
    }
    Map<String, String> expected = whole.left();
    assertThat(expected).doesNotContainValue("left by a writer");
    Map<String, Integer> sample = firstOfEachSort(steps);
    assertThat(sample.keySet())
        .contains("rename suite.json", "link HASH.json", "rename results.csv", "rename .sealed")
        .containsAll(
            then
                ? List.of("rename HASH.open", "delete HASH.open", "delete free.html")
                : List.of("rename henon-HASH", "rename round-N", "append round N in HASH"));
    for (Map.Entry<String, Integer> step : sample.entrySet()) {
      Path here = fresh(begin, "killed-" + step.getValue());
      Throwable end = kill(new SmallRun(here, then), step.getValue());
      assertThat(end).as(step.getKey()).isNotNull();
      leaveMark(here);
      SmallRun again = new SmallRun(here, then);
      again.run(session);
      assertThat(again.left())
          .as("killed at step %d, before: %s%n%s", step.getValue(), step.getKey(), again.shown())
          .isEqualTo(expected);
    }
  }

  /** As the death of a process leaves it that has just renamed a dataset. */
  private static void leaveMark(Path here) throws Exception {
    Path data = Files.createDirectories(here.resolve("data"));
    Files.writeString(data.resolve(HiddenName.of("henon-0.lock")), "of a dead process");
  }

  private Path fresh(Path begin, String name) throws Exception {
    Path here = folder.resolve(name);
    SmallRun.copy(begin, here);
    return here;
  }

  /** How it ended that no step from the given one on was let through. */
  private static Throwable kill(SmallRun run, int at) throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (AutoCloseable watching =
        WriteSteps.watch(
            step -> {
              if (count.incrementAndGet() >= at) {
                throw new Killed(step);
              }
            })) {
      Throwable end = catchThrowable(() -> run.run(session));
      while (session.sparkContext().statusTracker().getActiveStageIds().length > 0) {
        Thread.sleep(10);
      }
      return end;
    }
  }

  /** The number, from 1, of the first step of each sort: of files that are named alike. */
  private static Map<String, Integer> firstOfEachSort(List<String> steps) {
    Map<String, Integer> first = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      String sort =
          steps
              .get(i)
              .replaceAll("\\S*/", "")
              .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "")
              .replaceAll("[0-9a-f]{12,}", "HASH")
              .replaceAll("\\d+", "N");
      if (!sort.matches("(create|fill|go on after) .*")) {
        first.putIfAbsent(sort, i + 1);
      }
    }
    return first;
  }
}
