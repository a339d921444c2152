package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files of a finished run that are cut short or changed, as a machine leaves them that has lost its
 * power, or a copy that was broken off: each is named, set aside and made again.
 */
class DamagedFilesTest {
  private static final String SUITE =
      """
      name = damaged
      datasets {
        henon { source = map, system = Henon, length = 400, transient = 10, seed = 7
                trajectories { train = 1, validation = 1, test = 1 } }
      }
      systems {
        averaged { family = shallow-plrnn, hidden = 4, sequenceLength = 10, epochs = 1
                   batchesPerEpoch = 4, averaging { workers = 2, localSteps = 2 } }
        nvar {}
      }
      experiments {
        free { task = reconstruction, datasets = [henon], seeds = [1], systems = [averaged, nvar]
               metrics = [pe_20] }
      }
      """;
  private static final String MORE = SUITE.replace("[pe_20]", "[pe_20, d_h]");

  private static SparkSession session;

  @TempDir Path folder;

  private ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private List<String> first;

  /** What happens to a file. */
  enum Harm {
    CUT {
      @Override
      byte[] to(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
      }
    },
    EMPTIED {
      @Override
      byte[] to(byte[] content) {
        return new byte[0];
      }
    },
    CHANGED {
      @Override
      byte[] to(byte[] content) {
        return changed(content, content.length - 12);
      }
    };

    abstract byte[] to(byte[] content);

    /** The length stays, and so does what is before: of weights, all but the last values. */
    static byte[] changed(byte[] content, int at) {
      byte[] other = content.clone();
      for (int i = 0; i < 8; i++) {
        other[at + i] ^= 0x15;
      }
      return other;
    }

    void doTo(Path file) throws IOException {
      Files.write(file, to(Files.readAllBytes(file)));
    }
  }

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @BeforeEach
  void runOnce() throws IOException {
    run(SUITE);
    first = results();
    said();
  }

  @ParameterizedTest
  @EnumSource
  void aDescription(Harm harm) throws IOException {
    harm.doTo(out("suite.json"));
    assertThatThrownBy(() -> output().suite())
        .hasMessageContaining("suite.json")
        .hasMessageContaining("run the suite again");
    run(SUITE);
    assertThat(said())
        .contains("suite.json: ", "set aside as suite.json.damaged and made again")
        .contains("2 trained before, 0 to train");
    assertThat(out("suite.json.damaged")).exists();
    assertThat(output().trials()).hasSize(3);
    assertThat(results()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void aRecord(Harm harm) throws IOException {
    Path record = ofNvar("trials", ".json");
    harm.doTo(record);
    run(SUITE);
    assertThat(said())
        .contains(
            record.getFileName() + ": not a trial record", "set aside as " + record.getFileName())
        .contains("1 trained before, 1 to train");
    assertThat(results()).isEqualTo(first);
    run(SUITE);
    assertThat(said()).contains("2 trained before, 0 to train").doesNotContain("damaged,");
  }

  /** It only says what the records say, and is no reason for a word. */
  @ParameterizedTest
  @EnumSource
  void theIndexOfRecords(Harm harm) throws IOException {
    harm.doTo(out("trials/.index.jsonl"));
    run(SUITE);
    assertThat(said()).contains("2 trained before, 0 to train");
    assertThat(results()).isEqualTo(first);
    run(SUITE);
    assertThat(results()).isEqualTo(first);
  }

  /** One digit of a copy: it would pass for the record. */
  @Test
  void anIndexThatSaysOtherwise() throws IOException {
    Path index = out("trials/.index.jsonl");
    String text = Files.readString(index);
    String other = text.replaceAll("(\"value\":\\d\\.\\d)\\d", "$19");
    assertThat(other).isNotEqualTo(text);
    Files.writeString(index, other);
    Files.delete(out(".sealed"));
    run(SUITE);
    assertThat(results()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void figures(Harm harm) throws IOException {
    Path figures = ofNvar("figures", ".json.gz");
    byte[] whole = Files.readAllBytes(figures);
    harm.doTo(figures);
    Files.delete(out("report.html"));
    run(SUITE);
    assertThat(said())
        .contains(figures.getFileName() + ": not the figures of a trial, or damaged")
        .contains("set aside as " + figures.getFileName());
    run(SUITE);
    assertThat(said()).contains("2 trained before, 0 to train, 1 to evaluate");
    assertThat(figures).hasBinaryContent(whole);
    assertThat(results()).isEqualTo(first);
    run(SUITE);
    assertThat(said()).contains("2 trained before, 0 to train, 0 to evaluate");
  }

  /** Those of a training by averaging tell of its rounds too. */
  @Test
  void figuresOfAnAveragedTraining() throws IOException {
    Path figures = ofAveraged("figures", ".json.gz");
    byte[] whole = Files.readAllBytes(figures);
    Files.delete(figures);
    run(SUITE);
    assertThat(said()).contains("2 trained before, 0 to train, 1 to evaluate");
    assertThat(Files.size(figures))
        .isCloseTo(whole.length, Percentage.withPercentage(2)); // it holds times
  }

  @ParameterizedTest
  @EnumSource
  void weights(Harm harm) throws IOException {
    Path weights = ofNvar("models", ".safetensors");
    byte[] whole = Files.readAllBytes(weights);
    harm.doTo(weights);
    run(MORE);
    assertThat(said()).contains("2 trained before, 0 to train, 3 to evaluate");
    assertThat(weights).hasBinaryContent(whole);
    assertThat(weights.resolveSibling(weights.getFileName() + ".damaged")).exists();
    isAsIfRunAtOnce();
  }

  @ParameterizedTest
  @EnumSource
  void weightsOfAnAveragedTraining(Harm harm) throws IOException {
    Path weights = ofAveraged("models", ".safetensors");
    byte[] whole = Files.readAllBytes(weights);
    harm.doTo(weights);
    run(MORE);
    assertThat(said())
        .contains(weights.getFileName().toString(), "set aside")
        .contains("1 trained before, 1 to train, 2 to evaluate");
    assertThat(weights).hasBinaryContent(whole);
    isAsIfRunAtOnce();
  }

  /** The training would go on from it. */
  @ParameterizedTest
  @EnumSource
  void aCheckpoint(Harm harm) throws IOException {
    Path last;
    try (Stream<Path> all = Files.walk(out("averaging"))) {
      last =
          all.filter(file -> file.toString().matches(".*round-\\d+.*model.safetensors"))
              .max(Path::compareTo)
              .orElseThrow();
    }
    harm.doTo(last);
    Files.delete(ofAveraged("trials", ".json"));
    run(SUITE);
    assertThat(said())
        .contains(last.getParent().getFileName() + ": damaged, set aside as damaged-round-")
        .contains("1 trained before, 1 to train");
    assertThat(results()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void aManifest(Harm harm) throws IOException {
    harm.doTo(dataset().resolve("manifest.json"));
    datasetIsMadeAgain();
  }

  @ParameterizedTest
  @EnumSource
  void aShard(Harm harm) throws IOException {
    Path shard = dataset().resolve("shard-00000.parquet");
    if (harm != Harm.CHANGED) {
      harm.doTo(shard);
    } else {
      // In a page of values.
      byte[] content = Files.readAllBytes(shard);
      Files.write(shard, Harm.changed(content, content.length / 2));
      // Its size says nothing; whoever reads it finds out, and leaves a mark.
      var path = new org.apache.hadoop.fs.Path(dataset().toUri());
      DatasetReader reader = new DatasetReader(session.sparkContext().hadoopConfiguration());
      assertThatThrownBy(() -> reader.read(path))
          .isInstanceOf(DamagedFileException.class)
          .hasMessageContaining("shard-00000.parquet")
          .hasMessageContaining("the next run makes the dataset again");
    }
    datasetIsMadeAgain();
  }

  /** Even where nothing has checksums of its own, such as a file that was copied alone. */
  @Test
  void aShardWithoutHadoopsChecksums() throws IOException {
    Files.delete(dataset().resolve(".shard-00000.parquet.crc"));
    aShard(Harm.CHANGED);
  }

  private void datasetIsMadeAgain() throws IOException {
    run(SUITE);
    assertThat(said()).contains("damaged, set aside as .henon-", "2 trained before, 0 to train");
    new DatasetReader(session.sparkContext().hadoopConfiguration())
        .verify(new org.apache.hadoop.fs.Path(dataset().toUri()));
    run(SUITE);
    assertThat(said()).doesNotContain("damaged,");
    assertThat(results()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void tables(Harm harm) throws IOException {
    if (harm != Harm.CHANGED) {
      harm.doTo(out("results.csv"));
      run(SUITE);
      assertThat(results()).isEqualTo(first);
    }
    harm.doTo(out(".sealed"));
    run(SUITE);
    assertThat(results()).isEqualTo(first);
  }

  private void isAsIfRunAtOnce() throws IOException {
    List<String> later = results();
    try (Stream<Path> all = Files.walk(out(""))) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
    run(MORE);
    assertThat(later).isEqualTo(results());
  }

  private List<TrialRecord> run(String suite) throws IOException {
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return new SuiteRun(
            LateSession.of(session),
            Suite.read(Settings.parse(suite, "")),
            output(),
            folder.resolve("data").toString(),
            stream)
        .run(RunOptions.DEFAULT);
  }

  private OutputFolder output() throws IOException {
    return new OutputFolder(out("").toString(), session.sparkContext().hadoopConfiguration());
  }

  private String said() {
    String text = shown.toString(StandardCharsets.UTF_8);
    shown.reset();
    return text;
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  private Path dataset() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("data"))) {
      return all.filter(path -> path.getFileName().toString().startsWith("henon-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Path ofNvar(String where, String ending) throws IOException {
    return file("nvar", where, ending);
  }

  private Path ofAveraged(String where, String ending) throws IOException {
    return file("averaged", where, ending);
  }

  private Path file(String system, String where, String ending) throws IOException {
    String hash =
        output().trials().stream()
            .filter(trial -> trial.system().equals(system))
            .findFirst()
            .orElseThrow()
            .training();
    return out(where).resolve(hash + ending);
  }

  /** The columns that no clock enters. */
  private List<String> results() throws IOException {
    return Files.readAllLines(out("results.csv")).stream()
        .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 8)))
        .toList();
  }
}
