package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.OutputLock;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.testing.Places;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose data and results lie on a file system that only Hadoop knows. */
class BehindHadoopRunTest {
  private static final String SUITE =
      """
      name = behind
      datasets {
        henon { source = map, system = Henon, length = 400, transient = 10, seed = 7
                trajectories { train = 2, validation = 1, test = 1 } }
      }
      systems {
        averaged { family = shallow-plrnn, hidden = 4, sequenceLength = 10, epochs = 2
                   batchesPerEpoch = 4
                   averaging { workers = 2, localSteps = 2, checkpoint { rounds = 1, keep = 1 } } }
        nvar {}
      }
      experiments {
        free { task = reconstruction, datasets = [henon], seeds = [1]
               systems = [averaged, nvar], metrics = [pe_20] }
      }
      """;

  @TempDir Path local;
  @TempDir Path seen;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void givesTheSameBytesAndKeepsOthersOut() throws Exception {
    try (SparkSession session = LocalSpark.start(2)) {
      Configuration configuration = session.sparkContext().hadoopConfiguration();
      Places.mount(configuration, seen);
      String there = Places.seen().toString();
      run(session, there);
      run(session, local.toString());
      assertThat(results(seen)).isEqualTo(results(local)).hasSize(3);
      for (String sort : List.of("data", "out/models")) {
        assertThat(hashes(seen.resolve(sort))).isEqualTo(hashes(local.resolve(sort))).isNotEmpty();
      }
      assertThat(seen.resolve("out/.lock")).doesNotExist();
      assertThat(seen.resolve("out/.lease")).doesNotExist();

      Files.writeString(seen.resolve("out").resolve(HiddenName.of("a")), "left by a killed run");
      var out = new org.apache.hadoop.fs.Path(there, "out");
      try (OutputLock other = OutputLock.take(out, configuration, waiting -> {})) {
        assertThatThrownBy(() -> run(session, there))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("another run is writing into it (")
            .hasMessageContaining("process " + ProcessHandle.current().pid() + ", since 2");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("looking whether it lives");
      }
      shown.reset();
      run(session, there);
      assertThat(shown.toString(StandardCharsets.UTF_8)).contains("2 trained before, 0 to train");
      try (Stream<Path> all = Files.walk(seen)) {
        assertThat(all.map(file -> file.getFileName().toString())).noneMatch(HiddenName::is);
      }
    }
  }

  private void run(SparkSession session, String root) throws IOException {
    OutputFolder output =
        new OutputFolder(root + "/out", session.sparkContext().hadoopConfiguration());
    new SuiteRun(
            LateSession.of(session),
            Suite.read(Settings.parse(SUITE, "")),
            output,
            root + "/data",
            new PrintStream(shown, true, StandardCharsets.UTF_8))
        .run(RunOptions.DEFAULT);
  }

  private static List<String> results(Path root) throws IOException {
    return Files.readAllLines(root.resolve("out/results.csv")).stream()
        .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 8)))
        .toList();
  }

  /** Names and contents of all files but Hadoop's checksums. */
  private static List<String> hashes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".crc"))
          .map(file -> folder.relativize(file) + " " + hash(file))
          .sorted()
          .toList();
    }
  }

  private static int hash(Path file) {
    try {
      return java.util.Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
