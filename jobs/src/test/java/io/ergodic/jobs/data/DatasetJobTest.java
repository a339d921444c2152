package io.ergodic.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetJobTest {
  private static final String LORENZ =
      "source = flow, system = Lorenz, length = 500, transient = 5, shards = 3, seed = 7,"
          + " trajectories { train = 3, validation = 1, test = 2 }, observationNoise = 0.05";

  private static SparkSession session;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @Test
  void theSameSpecGivesTheSameBytes() throws IOException {
    Manifest first = generate("a", LORENZ);
    Manifest second = generate("b", LORENZ);
    assertThat(second).usingRecursiveComparison().isEqualTo(first);
    assertThat(first.shards()).hasSize(3).allSatisfy(s -> assertThat(s.sha256()).hasSize(64));
  }

  /** Standardised to deviation 1, what is left of a decay would be a benchmark of rounding. */
  @Test
  void aSystemAtRestIsRefused() throws IOException {
    String rest =
        "source = flow, system = Lorenz, length = 300, parameters { rho = 0.5 }, transient = 200";
    assertThatThrownBy(() -> generate("a", rest))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("datasets.a: the system is at rest", "variable x", "1.0E-10");
    assertThat(generate("a", rest.replace("transient = 200", "transient = 0")).notes()).isEmpty();
  }

  @Test
  void anotherSeedIsAnotherDataset() throws IOException {
    Manifest first = generate("a", LORENZ);
    Manifest second = generate("a", LORENZ.replace("seed = 7", "seed = 8"));
    assertThat(second.hash()).isNotEqualTo(first.hash());
    assertThat(second.shards().get(0).sha256()).isNotEqualTo(first.shards().get(0).sha256());
  }

  @Test
  void readsBackStandardisedByTheTrainSplit() throws IOException {
    SeriesDataset data = (SeriesDataset) read(path("a", LORENZ));
    assertThat(data.series(Split.TRAIN)).hasSize(3);
    assertThat(data.series(Split.TEST)).hasSize(2).allMatch(s -> s.length() == 500);
    double sum = 0;
    double squares = 0;
    for (var series : data.series(Split.TRAIN)) {
      for (int t = 0; t < series.length(); t++) {
        sum += series.value(t, 0);
        squares += series.value(t, 0) * series.value(t, 0);
      }
    }
    assertThat(sum / 1500).isCloseTo(0, within(1e-9));
    assertThat(squares / 1500).isCloseTo(1, within(1e-9));
  }

  @Test
  void othersReadTheParquet() throws IOException {
    Dataset<Row> rows = session.read().parquet(path("a", LORENZ) + "/shard-*.parquet");
    assertThat(rows.columns())
        .containsExactly("split", "series", "block", "start", "step", "dimension", "values");
    assertThat(rows.selectExpr("sum(size(values))").head().getLong(0)).isEqualTo(6 * 500 * 3);
  }

  @Test
  void nothingHalfWrittenIsLeft() throws IOException {
    path("a", LORENZ);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("attempt-") || name.startsWith(".a-"));
    }
  }

  @Test
  void aTruncatedShardIsNamed() throws IOException {
    String dataset = path("a", LORENZ);
    Path shard = Path.of(dataset.replace("file:", ""), "shard-00001.parquet");
    try (FileChannel channel = FileChannel.open(shard, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 10);
    }
    Files.deleteIfExists(shard.resolveSibling(".shard-00001.parquet.crc"));
    assertThatThrownBy(() -> read(dataset))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("shard-00001.parquet")
        .hasMessageContaining("truncated");
  }

  @Test
  void aWrongSettingIsRefusedBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> generate("a", LORENZ.replace("Lorenz", "Lorens")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.a")
        .hasMessageContaining("Lorenz");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSeriesThatFailsIsRecordedAndTheRestIsThere() throws IOException {
    String settings =
        "source = map, system = Henon, length = 30, shards = 2, parameters.a = [1.4, 3, 1.3],"
            + " trajectories { train = 1, validation = 0, test = 1 }";
    Manifest manifest = generate("a", settings);
    assertThat(manifest.failures())
        .extracting(failure -> failure.split() + failure.series())
        .containsExactly("train000001", "test000001");
    assertThat(manifest.failures().get(0).parameters()).containsEntry("a", 3.0);
    assertThat(manifest.splits().get("train")).isEqualTo(new SplitCount(2, 60));
    SeriesDataset data = (SeriesDataset) read(path("a", settings));
    assertThat(data.series(Split.TRAIN)).extracting(Series::id).containsExactly("000000", "000002");
    assertThat(generate("b", settings)).usingRecursiveComparison().isEqualTo(manifest);
    Dataset<Row> rows = session.read().parquet(path("a", settings) + "/shard-*.parquet");
    assertThat(
            rows.selectExpr("parameters[0]", "split").collectAsList().stream().map(Row::mkString))
        .containsExactlyInAnyOrder("1.4train", "1.3train", "1.4test", "1.3test");
  }

  @Test
  void aDatasetOfFailuresAloneIsAnError() {
    assertThatThrownBy(
            () -> generate("a", "source = map, system = Henon, length = 30, parameters.a = 3"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.a: none of the 1 series of the train split can be made")
        .hasMessageContaining("Henon{a=3.0, b=0.3} at time");
  }

  @Test
  void aListGoesOnPastAMemberThatCannotBeMade() throws IOException {
    List<GeneratedDataset> made =
        collection(
            "a",
            "systems = [Lorenz, Henon, Logistic], length = 50, overrides.Henon.parameters.a = 3");
    assertThat(made).extracting(d -> d.problem().isPresent()).containsExactly(false, true, false);
    assertThat(made.get(1).problem().get()).contains("Henon{");
    assertThat(made.get(0).manifest().name()).isEqualTo("a-Lorenz");
    assertThat(made.get(2).samples()).isEqualTo(150);
    assertThat(folder.resolve("a"))
        .isDirectoryContaining(path -> path.toString().contains("a-Logistic"));
  }

  @Test
  void anythingIsMadeAgainFromItsManifest() throws IOException {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    collection(
        "a",
        "systems = [Lorenz, MackeyGlass, Henon, Duffing], length = 50, transient = 5, parameterJitter = 1e-3,"
            + " variants.noise { clean {}, noisy { observationNoise = 0.10 } }");
    Regeneration again = new Regeneration(spark, false);
    var root = new org.apache.hadoop.fs.Path(folder.resolve("a").toUri());
    var target = new org.apache.hadoop.fs.Path(folder.resolve("b").toUri());
    List<org.apache.hadoop.fs.Path> manifests = again.manifests(root);
    assertThat(manifests).hasSize(8);
    for (org.apache.hadoop.fs.Path manifest : manifests) {
      assertThat(again.repeat(manifest, target)).isEmpty();
      Path mine = folder.resolve("b").resolve(manifest.getParent().getName());
      assertThat(mine.resolve("manifest.json")).hasSameTextualContentAs(Path.of(manifest.toUri()));
    }
    // a manifest that says something else is found out
    Path file = Path.of(manifests.get(0).toUri());
    String text = Files.readString(file);
    Files.deleteIfExists(file.resolveSibling(".manifest.json.crc"));
    Files.writeString(file, text.replaceFirst("\"seed\" : -?\\d+", "\"seed\" : 5"));
    var third = new org.apache.hadoop.fs.Path(folder.resolve("c").toUri());
    assertThat(again.repeat(manifests.get(0), third))
        .hasSize(4)
        .allMatch(difference -> difference.matches("(shard|hash) .*"))
        .first()
        .asString()
        .startsWith("hash was ");
    assertThat(folder.resolve("c").resolve(manifests.get(0).getParent().getName())).doesNotExist();
  }

  @Test
  void manifestsOfStrangersReadNoFilesUnlessAllowed() throws IOException {
    Path file = folder.resolve("secret.txt");
    Files.writeString(file, "a secret of forty letters, none of yours");
    var made =
        new org.apache.hadoop.fs.Path(
            path("a", "source = text, path = \"" + file + "\""), "manifest.json");
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    var target = new org.apache.hadoop.fs.Path(folder.resolve("b").toUri());
    assertThatThrownBy(() -> new Regeneration(spark, false).repeat(made, target))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--allow-files");
    assertThat(folder.resolve("b")).doesNotExist();
    assertThat(new Regeneration(spark, true).repeat(made, target)).isEmpty();
  }

  @Test
  void namesInManifestsAreNoPaths() throws IOException {
    Path made =
        Path.of(
            URI.create(path("a", "source = flow, system = Lorenz, length = 50, transient = 5")));
    Path file = made.resolve("manifest.json");
    String text = Files.readString(file);
    Files.deleteIfExists(made.resolve(".manifest.json.crc"));
    var target = new org.apache.hadoop.fs.Path(folder.resolve("x/y/z").toUri());
    Regeneration again =
        new Regeneration(JavaSparkContext.fromSparkContext(session.sparkContext()), true);
    Map<String, String> evil =
        Map.of(
            "\"name\" : \"a\"", "\"name\" : \"../../../escaped/evil\"",
            "\"hash\" : \"[^\"]*\"", "\"hash\" : \"ab\"",
            "\"file\" : \"[^\"]*\"", "\"file\" : \"../../../../etc/passwd\"");
    for (Map.Entry<String, String> change : evil.entrySet()) {
      Files.writeString(file, text.replaceFirst(change.getKey(), change.getValue()));
      assertThatThrownBy(() -> again.repeat(new org.apache.hadoop.fs.Path(file.toUri()), target))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(file.toString());
    }
    assertThat(folder.resolve("escaped")).doesNotExist();
    assertThat(folder.resolve("x")).doesNotExist();
    assertThatThrownBy(
            () ->
                DatasetSpec.read(
                    "../b", Settings.parse("source = flow, system = Lorenz", "datasets.b")))
        .hasMessageContaining("the name of a dataset")
        .hasMessageContaining("'../b'");
  }

  private List<GeneratedDataset> collection(String root, String settings) throws IOException {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    var target = new org.apache.hadoop.fs.Path(folder.resolve(root).toUri());
    List<DatasetSpec> specs =
        DatasetSpec.readAll("a", Settings.parse("source = chaos, " + settings, "datasets.a"));
    return new DatasetJobs(spark, target).ensure(specs, dataset -> {});
  }

  private Manifest generate(String root, String settings) throws IOException {
    return new DatasetReader(session.sparkContext().hadoopConfiguration())
        .manifest(new org.apache.hadoop.fs.Path(path(root, settings)));
  }

  private String path(String root, String settings) throws IOException {
    DatasetSpec spec = DatasetSpec.read("a", Settings.parse(settings, "datasets.a"));
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    var target = new org.apache.hadoop.fs.Path(folder.resolve(root).toUri());
    return new DatasetJob(spark, target).ensure(spec).toString();
  }

  private io.ergodic.datasets.data.Dataset read(String path) throws IOException {
    return new DatasetReader(session.sparkContext().hadoopConfiguration())
        .read(new org.apache.hadoop.fs.Path(path));
  }
}
