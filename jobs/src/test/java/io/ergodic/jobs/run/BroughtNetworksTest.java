package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.command.Ergodic;
import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.models.content.Contents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a user's own, from the suite to its place in the ranking and to predictions. */
class BroughtNetworksTest {
  private static final Path MIXER = Path.of("..", "conf/suites/brought/mixer.pt");
  private static final String SUITE =
      """
      name = brought
      datasets {
        seasonal { source = seasonal, channels = 4, length = 1200, context = 168, seed = 24 }
      }
      systems {
        mine { family = torchscript, file = nets/mixer.pt, epochs = 2 }
        averaged = ${systems.mine} { averaging { workers = 1, localSteps = 4 } }
        seasonal-naive {}
      }
      experiments {
        series {
          task = forecasting, forecasting { lookback = 168, horizon = 24 }, metrics = [mse]
          datasets = [seasonal], systems = [mine, averaged, seasonal-naive]
        }
      }
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private List<TrialRecord> run(String suite) throws IOException {
    try (SparkSession session = LocalSpark.start(2)) {
      Configuration configuration = session.sparkContext().hadoopConfiguration();
      return new SuiteRun(
              LateSession.of(session),
              Suite.read(Settings.parse(suite, "").in(folder)),
              new OutputFolder(folder.resolve("out").toString(), configuration),
              folder.resolve("data").toString(),
              new PrintStream(shown, true, StandardCharsets.UTF_8))
          .run(RunOptions.DEFAULT);
    }
  }

  private String said() {
    String said = shown.toString(StandardCharsets.UTF_8);
    shown.reset();
    return said;
  }

  /** The same code and parameters, but bytes that no process has read before. */
  private static byte[] fresh() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(MIXER));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      String top = "";
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        top = entry.getName().substring(0, entry.getName().indexOf('/'));
        add(out, entry.getName(), in.readAllBytes());
      }
      add(out, top + "/extra/note", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** libtorch wants its entries as they are. */
  private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(content);
  }

  @Test
  void aScriptedNetworkIsTrainedAveragedStoredRankedAndAsked() throws IOException {
    Files.createDirectories(folder.resolve("nets"));
    Files.copy(MIXER, folder.resolve("nets/mixer.pt"));
    List<TrialRecord> records = run(SUITE);
    assertThat(records).noneMatch(TrialRecord::failed).hasSize(4);
    double mine = mse(records, "mine");
    assertThat(mine).isBetween(0.0, mse(records, "seasonal-naive"));
    assertThat(mse(records, "averaged")).as("one worker has the bits of none").isEqualTo(mine);
    String report = Files.readString(folder.resolve("out/report.html"));
    assertThat(report).contains("mine", "nets/mixer.pt");
    assertThat(files("files")).hasSize(1);

    // The content is what counts, not where it lies or what it is called.
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(folder.resolve("nets/mixer.pt"), folder.resolve("elsewhere/other.pt"));
    run(SUITE.replace("nets/mixer.pt", "elsewhere/other.pt"));
    assertThat(said()).contains("3 trained before, 0 to train");
    Files.write(folder.resolve("elsewhere/other.pt"), fresh());
    run(SUITE.replace("nets/mixer.pt", "elsewhere/other.pt"));
    assertThat(said()).contains("1 trained before, 2 to train");

    assertThat(files("files")).hasSize(2);
    assertThat(Ergodic.execute("clean", folder.resolve("out").toString())).isZero();
    byte[] kept = Files.readAllBytes(folder.resolve("elsewhere/other.pt"));
    assertThat(files("files"))
        .singleElement()
        .satisfies(file -> assertThat(file).hasBinaryContent(kept));

    StringBuilder rows = new StringBuilder("channel0,channel1,channel2,channel3\n");
    for (int row = 0; row < 200; row++) {
      rows.append(row % 24).append(",1,").append(row).append(",0\n");
    }
    String columns = columns();
    Files.writeString(folder.resolve("mine.csv"), columns + rows.substring(rows.indexOf("\n")));
    int status =
        Ergodic.execute(
            "predict",
            folder.resolve("out").toString(),
            "--trial",
            "series/seasonal/mine/1",
            "--input",
            folder.resolve("mine.csv").toString(),
            "--out",
            folder.resolve("answer.csv").toString());
    assertThat(status).isZero();
    assertThat(Files.readAllLines(folder.resolve("answer.csv"))).hasSize(25);
  }

  private String columns() throws IOException {
    try (Stream<Path> manifests = Files.walk(folder.resolve("data"))) {
      Path manifest =
          manifests.filter(path -> path.endsWith("manifest.json")).findFirst().orElseThrow();
      Settings schema = Settings.parse(Files.readString(manifest), "manifest").child("schema");
      return String.join(",", schema.strings("columns"));
    }
  }

  private static double mse(List<TrialRecord> records, String system) {
    return records.stream()
        .filter(record -> record.system().equals(system))
        .findFirst()
        .orElseThrow()
        .score("mse")
        .orElseThrow()
        .value();
  }

  private List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out").resolve(name))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    }
  }

  /** What an executor does, which has not read the suite. */
  @Test
  void anotherProcessReadsTheFileFromTheOutputAndComparesItsHash() throws IOException {
    byte[] content = fresh();
    String address = Contents.address(content);
    String settings = "{\"file\":\"" + address + "\"}";
    org.apache.hadoop.fs.Path out = new org.apache.hadoop.fs.Path(folder.resolve("out").toString());
    ContentFolder store = new ContentFolder(out, new Configuration(false));
    store.fetch(settings);
    assertThat(Contents.find(address)).isEmpty();
    Path file = folder.resolve("out/files").resolve(Contents.hash(address));
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> store.fetch(settings))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its content has another hash than its name");
    Files.write(file, content);
    store.fetch(settings);
    assertThat(Contents.find(address)).contains(content);
  }

  @Test
  void aFileThatIsNotThereIsSaidWithThePlacesLookedIn() {
    assertThatThrownBy(() -> run(SUITE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("file: no such file")
        .hasMessageContaining("nets/mixer.pt (looked in " + folder);
  }
}
