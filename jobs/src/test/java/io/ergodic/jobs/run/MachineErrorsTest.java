package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.StrickenFamily;
import io.ergodic.jobs.testing.SuiteRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the machine, in models that meet them as often as they are told to. */
class MachineErrorsTest {
  private static final String SUITE =
      """
      name = machine
      datasets {
        lorenz { source = flow, system = Lorenz, length = 500, transient = 5, seed = 7
                 trajectories { train = 1, validation = 1, test = 1 } }
      }
      systems { SYSTEMS, persistence {} }
      experiments.free {
        task = reconstruction, datasets = [lorenz], seeds = [SEEDS], systems = [NAMES, persistence]
        metrics = [pe_1, d_h], floor = false
      }
      """;

  @TempDir Path folder;

  private SuiteRunner runner;

  @BeforeEach
  void heal() {
    runner = new SuiteRunner(folder);
    StrickenFamily.heal();
  }

  /** Twice in training, so that only the third attempt gets through. */
  @ParameterizedTest
  @ValueSource(strings = {"memory", "disk", "link", "native"})
  void whatPassesLeavesNoTrace(String error) throws IOException {
    runner.run(suite("a", "a { family = stricken, error = " + error + ", times = 0 }", 3), "calm");
    List<String> calm = runner.values("calm");
    StrickenFamily.heal();
    String stricken = suite("a", "a { family = stricken, error = " + error + ", times = 2 }", 3);
    assertThat(runner.run(stricken, "stricken"))
        .noneMatch(TrialRecord::failed)
        .noneMatch(TrialRecord::unfinished);
    assertThat(runner.values("stricken")).isEqualTo(calm).hasSize(1 + 2 * 6);
    assertThat(runner.log())
        .contains("free/lorenz/a/1  error of the machine: ", "tried again when");
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "disk", "link", "native"})
  void whatStaysIsShownAndNeverRanked(String error) throws IOException {
    String suite = suite("a", "a { family = stricken, times = 9, error = " + error + " }", 2);
    List<TrialRecord> records = runner.run(suite, "out");
    assertThat(records)
        .filteredOn(record -> record.system().equals("a"))
        .hasSize(2)
        .allMatch(TrialRecord::error)
        .noneMatch(TrialRecord::failed)
        .allSatisfy(
            record ->
                assertThat(record.reason())
                    .doesNotContain("\n", "frame #", "/home", "Exception raised"));
    assertThat(records)
        .flatExtracting(TrialRecord::notes)
        .contains("tried 3 times, the last 2 with nothing beside it")
        .anyMatch(note -> note.matches("tried once: seed . met an error with nothing beside .*"));
    assertThat(runner.values("out"))
        .anyMatch(row -> row.startsWith("lorenz,a,1,pe_1,,error,"))
        .noneMatch(row -> row.contains(",failed,"));
    String page = Files.readString(folder.resolve("out/report/free.html"));
    assertThat(page).contains("2 trials not measured for errors of the machine", "2 errors");
    assertThat(page).contains("Not ranked, for errors of the machine in all their trials: a.");
    assertThat(runner.log()).contains("ERROR: ", "2 trials met errors of the machine");
  }

  @Test
  void theNextRunTakesErrorsUpWithoutBeingAsked() throws IOException {
    String suite = suite("a", "a { family = stricken, times = 5, error = memory }", 1);
    assertThat(runner.run(suite, "out")).anyMatch(TrialRecord::error);
    runner.forgetLog();
    // Three attempts have been made: the fifth error is met by the second of this run.
    assertThat(runner.run(suite, "out")).noneMatch(TrialRecord::unfinished);
    assertThat(runner.log())
        .contains("error of the machine before: free/lorenz/a/1: ", "(run again now)")
        .contains("1 to train");
    runner.forgetLog();
    runner.run(suite, "out");
    assertThat(runner.log()).contains("0 to train, 0 to evaluate").doesNotContain("error");
  }

  /** Each errs as long as the other is at work. */
  @Test
  void aNeighboursHungerDoesNotCount() throws IOException {
    String systems =
        "a { family = stricken, error = beside, times = 9 },"
            + " b { family = stricken, error = beside, times = 8 }";
    List<TrialRecord> records = runner.run(suite("a, b", systems, 1), "out");
    assertThat(runner.log())
        .contains("error of the machine: java.lang.OutOfMemoryError: Java heap space");
    assertThat(records).hasSize(3).noneMatch(TrialRecord::unfinished);
  }

  /** Forty trials in a few tasks. */
  @Test
  void oneErrorInABatchIsOneTrials() throws IOException {
    String systems =
        "a { family = stricken }, b { family = stricken, error = memory, times = 1000 }";
    String seeds =
        IntStream.rangeClosed(1, 40).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String suite =
        SUITE
            .replace("SYSTEMS", systems)
            .replace("SEEDS", seeds)
            .replace("NAMES", "a")
            .replace(
                "experiments.free",
                "experiments.one { task = reconstruction, datasets = [lorenz], seeds = [1],"
                    + " systems = [b, persistence], metrics = [pe_1], floor = false }\n"
                    + "experiments.free");
    List<TrialRecord> records = runner.run(suite, "out");
    assertThat(records).hasSize(82);
    assertThat(records).filteredOn(TrialRecord::unfinished).hasSize(1);
    assertThat(records).noneMatch(TrialRecord::failed);
  }

  /** The training of before is scored from its weights, with its figures. */
  @Test
  void anErrorInTheEvaluationTrainsNothingAgain() throws IOException {
    String suite = suite("a", "a { family = stricken, at = evaluation, error = memory }", 1);
    List<TrialRecord> records = runner.run(suite, "out");
    assertThat(records).noneMatch(TrialRecord::unfinished);
    assertThat(StrickenFamily.STEPS).hasValue(2 * 4);
    assertThat(records.get(0).figures()).contains("attractor");
    assertThat(records.get(0).parameters()).isEqualTo(1);
    assertThat(records.get(0).curve()).hasDimensions(2, 3);
    assertThat(folder.resolve("out/trials/" + records.get(0).trial() + ".open")).doesNotExist();
  }

  /** An error that nobody catches takes the Spark task along. */
  @Test
  void aTaskThatIsGivenUpIsTheFaultOfOneTrial() throws IOException {
    String systems =
        "a { family = stricken }, b { family = stricken, error = assertion, times = 1000 }";
    List<TrialRecord> records = runner.run(suite("a, b", systems, 20), "out");
    assertThat(records).hasSize(60);
    assertThat(records)
        .filteredOn(record -> record.system().equals("b"))
        .allMatch(TrialRecord::failed)
        .allSatisfy(r -> assertThat(r.reason()).contains("AssertionError: with all that runs"));
    assertThat(records)
        .filteredOn(record -> !record.system().equals("b"))
        .noneMatch(TrialRecord::failed)
        .noneMatch(TrialRecord::unfinished);
  }

  /** Gone after they were found, as from a node that does not reach them. */
  @Test
  void datasetsThatCannotBeReadAreNoModelsFault() throws IOException {
    RunListener vandal =
        new RunListener() {
          @Override
          public void planned(int before, int train, int evaluate) {
            try (var shards = Files.walk(folder.resolve("gone"))) {
              for (Path shard : shards.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                Files.write(shard, new byte[100]);
              }
            } catch (IOException unexpected) {
              throw new UncheckedIOException(unexpected);
            }
          }

          @Override
          public void finished(TrialRecord record) {}

          @Override
          public void running(int trials) {}

          @Override
          public void close() {}
        };
    String suite = suite("a", "a { family = stricken }", 1);
    List<TrialRecord> records =
        new SuiteRunner(folder, vandal).run(suite, "out", "gone", RunOptions.DEFAULT);
    assertThat(records).hasSize(2).allMatch(TrialRecord::error);
  }

  private static String suite(String names, String systems, int seeds) {
    return SUITE
        .replace("SYSTEMS", systems)
        .replace("NAMES", names)
        .replace(
            "SEEDS",
            IntStream.rangeClosed(1, seeds)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",")));
  }
}
