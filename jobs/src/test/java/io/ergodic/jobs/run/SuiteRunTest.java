package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.testing.MoodyFamily;
import io.ergodic.jobs.trial.FigureStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest {
  private static final String SUITE =
      """
      name = small
      datasets {
        lorenz { source = flow, system = Lorenz, length = 2000, transient = 5, seed = 7
                 trajectories { train = 1, validation = 1, test = 1 }, observationNoise = 0.02 }
      }
      systems {
        plrnn { family = shallow-plrnn, hidden = 8, sequenceLength = 20, epochs = 2
                batchesPerEpoch = 5 }
        nvar {}
        throwing { family = moody, mood = throws }
        diverging { family = moody, mood = nan }
      }
      experiments {
        reconstruction {
          task = reconstruction, datasets = [lorenz], seeds = [1, 2]
          systems = [plrnn, nvar, throwing, diverging]
          metrics = [d_stsp, d_h]
          published { lorenz { plrnn { d_stsp = 0.233 } } }
        }
      }
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void systemsAreTrainedByAveragingWhereTheSuiteSaysSo() throws IOException {
    String suite =
        SUITE
            .replace(
                "throwing {",
                "averaged = ${systems.plrnn} { averaging { workers = 3, localSteps = 2 } }\n"
                    + "throwing {")
            .replace("systems = [plrnn, nvar, throwing, diverging]", "systems = [averaged, plrnn]");
    List<TrialRecord> records = run(suite, "averaged", 2);
    assertThat(failed(records)).isEmpty();
    assertThat(records)
        .filteredOn(record -> record.system().equals("averaged"))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.curve()).hasDimensions(2, 3))
        .allSatisfy(record -> assertThat(record.figures()).contains("rounds"));
    for (TrialRecord record : records) {
      if (record.system().equals("averaged")) {
        assertThat(rounds(record)).containsExactly(1, 2);
      }
    }
    try (var files = Files.walk(folder.resolve("averaged/averaging"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("rounds-000001.jsonl", "model.safetensors");
    }
    run(suite, "one-thread", 1);
    assertThat(values("one-thread")).isEqualTo(values("averaged")).isNotEmpty();
  }

  /** Two epochs of five steps, in rounds of three workers' two steps each. */
  private int[] rounds(TrialRecord record) throws IOException {
    var output = new org.apache.hadoop.fs.Path(folder.resolve("averaged").toUri());
    return new FigureStore(output, new Configuration(false))
        .of(record).stream()
            .filter(Artefact.Rounds.class::isInstance)
            .map(artefact -> ((Artefact.Rounds) artefact).round())
            .findFirst()
            .orElseThrow();
  }

  @Test
  void averagingIsRefusedWhereThereIsNothingToAverage() {
    assertThatThrownBy(
            () -> run(SUITE.replace("nvar {}", "nvar { averaging.workers = 2 }"), "out", 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("systems.nvar.averaging");
    assertThatThrownBy(
            () -> run(SUITE.replace("nvar {}", "nvar { averaging.workers = 0 }"), "out", 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("systems.nvar.averaging.workers");
  }

  @Test
  void failuresBecomeRowsAndEverythingElseIsScored() throws IOException {
    List<TrialRecord> records = run(SUITE, "out", 2);
    assertThat(records).hasSize(9);
    assertThat(failed(records)).containsExactlyInAnyOrder("throwing", "diverging");
    assertThat(records)
        .filteredOn(record -> record.system().equals("throwing"))
        .allSatisfy(record -> assertThat(record.reason()).contains("not today"));
    assertThat(records)
        .filteredOn(record -> record.system().equals("diverging"))
        .allSatisfy(record -> assertThat(record.reason()).contains("NaN").contains("step 0"));
    assertThat(Files.readString(folder.resolve("out/results.csv")))
        .startsWith("dataset,system,seed,metric,value,status,published,parameters,train_seconds,")
        .contains("lorenz,throwing,1,d_stsp,,failed,")
        .contains(",0.233,");
    assertThat(folder.resolve("out/results.parquet")).isRegularFile();
    assertThat(Files.readString(folder.resolve("out/report/reconstruction.html")))
        .contains("not today");
  }

  @Test
  void oneThreadAndTwoGiveTheSameBits() throws IOException {
    run(SUITE, "one", 1);
    run(SUITE, "two", 2);
    assertThat(values("two")).isEqualTo(values("one")).isNotEmpty();
  }

  /** The third trial of a batch takes the task along; the two before it are done. */
  @Test
  void anotherAttemptOfATaskGoesOnWhereTheFirstWasLost() throws IOException {
    String suite =
        SUITE
            .replace("mood = throws", "mood = kills")
            .replace("systems = [plrnn, nvar, throwing, diverging]", "systems = [throwing]")
            .replace("published { lorenz { plrnn { d_stsp = 0.233 } } }", "")
            .replace("seeds = [1, 2]", "seeds = [" + seeds(40) + "]");
    MoodyFamily.KILLERS.set(0);
    try (SparkSession session = LocalSpark.start("local[1,4]")) {
      List<TrialRecord> records = run(suite, "lost", session, RunOptions.DEFAULT);
      assertThat(records).hasSize(41).noneMatch(TrialRecord::failed);
    }
    int preflight = 1;
    assertThat(MoodyFamily.KILLERS).hasValue(40 + preflight + 1);
  }

  private static String seeds(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  @Test
  void onlyWhatIsMissingOrChangedIsRun() throws IOException {
    run(SUITE, "out", 2);
    List<String> before = values("out");
    run(SUITE, "out", 2);
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("3 trained before, 0 to train", "failed before: ", "throwing/2");
    assertThat(values("out")).isEqualTo(before);
    shown.reset();
    run(SUITE.replace("hidden = 8", "hidden = 9"), "out", 2);
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("1 trained before, 2 to train, 0 to evaluate");
  }

  @Test
  void aTimeLimitFailsTheTrial() throws IOException {
    String suite =
        SUITE
            .replace("mood = throws", "mood = slow")
            .replace("seeds = [1, 2]", "seeds = [1], timeLimit = 500 ms");
    List<TrialRecord> records = run(suite, "out", 2);
    assertThat(records)
        .filteredOn(record -> record.system().equals("throwing"))
        .singleElement()
        .satisfies(record -> assertThat(record.reason()).contains("time limit of 0.5 s"));
  }

  @Test
  void aFolderOfAnotherSuiteIsRefused() throws IOException {
    run(SUITE, "out", 2);
    assertThatThrownBy(() -> run(SUITE.replace("name = small", "name = other"), "out", 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("belongs to suite 'small'");
    Files.createDirectories(folder.resolve("full/of"));
    assertThatThrownBy(() -> run(SUITE, "full", 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not empty");
  }

  @Test
  void mistakesInASuiteAreAnsweredWithTheNearestName() {
    refused("system = Lorenz", "system = Lorens", "datasets.lorenz", "Lorenz");
    refused("source = flow", "source = flaw", "datasets.lorenz.source", "flow");
    refused("shallow-plrnn", "shalow-plrnn", "systems.plrnn.family", "shallow-plrnn");
    refused("d_stsp, d_h", "d_stsq, d_h", "experiments.reconstruction.metrics", "d_stsp");
    refused("d_stsp, d_h", "accuracy", "classification", "reconstruction");
    refused("hidden = 8", "hiden = 8", "systems.plrnn.hiden", "hidden");
    refused("hidden = 8", "hidden = many", "systems.plrnn.hidden", "many");
    refused("length = 2000", "length = many", "datasets.lorenz.length", "has to be NUMBER: ");
    refused("sequenceLength = 20", "sequenceLength = 5000", "experiments.reconstruction", "plrnn");
    refused("[plrnn, nvar", "[plrn, nvar", "experiments.reconstruction.systems", "plrnn");
    refused("datasets = [lorenz]", "datasets = []", "experiments.reconstruction.datasets", "");
    refused("name = small", "nam = small", "name", "required");
    refused("published {", "publisht {", "experiments.reconstruction.publisht", "published");
  }

  @Test
  void dataOfAKindThatTheTaskCannotUseIsNotEvenMade() {
    refused(
        "source = flow, system = Lorenz, length = 2000, transient = 5, seed = 7\n"
            + "           trajectories { train = 1, validation = 1, test = 1 },"
            + " observationNoise = 0.02 }",
        "source = attractor-net }",
        "experiments.reconstruction.datasets",
        "need series, but dataset lorenz holds images");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private void refused(String right, String wrong, String path, String hint) {
    assertThat(SUITE).contains(right);
    assertThatThrownBy(() -> run(SUITE.replace(right, wrong), "refused-" + wrong.hashCode(), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(path)
        .hasMessageContaining(hint);
  }

  private List<TrialRecord> run(String suite, String out, int threads) throws IOException {
    return run(suite, out, threads, RunOptions.DEFAULT);
  }

  private List<TrialRecord> run(String suite, String out, int threads, RunOptions options)
      throws IOException {
    try (SparkSession session = LocalSpark.start(threads)) {
      return run(suite, out, session, options);
    }
  }

  private List<TrialRecord> run(String suite, String out, SparkSession session, RunOptions options)
      throws IOException {
    OutputFolder output =
        new OutputFolder(
            folder.resolve(out).toString(), session.sparkContext().hadoopConfiguration());
    String data = folder.resolve("data").toString();
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    Suite read = Suite.read(Settings.parse(suite, ""));
    return new SuiteRun(LateSession.of(session), read, output, data, stream).run(options);
  }

  private static List<String> failed(List<TrialRecord> records) {
    return records.stream()
        .filter(TrialRecord::failed)
        .map(TrialRecord::system)
        .distinct()
        .toList();
  }

  /** The columns dataset to published, which no clock enters. */
  private List<String> values(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve("results.csv")).stream()
        .map(line -> line.split(",", -1))
        .map(cells -> List.of(cells).subList(0, 7).stream().collect(Collectors.joining(",")))
        .toList();
  }
}
