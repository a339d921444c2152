package io.ergodic.jobs.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.command.Ergodic;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains small models once and uses them on files written by hand. */
class PredictTest {
  private static final String SUITE =
      """
      name = stored
      datasets {
        lorenz { source = flow, system = Lorenz, length = 3000, transient = 5, seed = 7
                 trajectories { train = 1, validation = 1, test = 1 } }
        seasonal { source = seasonal, channels = 2, length = 1200, context = 48, seed = 2 }
        attractors { source = attractor-net, classes = 3, size = 16, seed = 3, shards = 2
                     perClass { train = 12, validation = 4, test = 8 } }
      }
      systems { nvar {}, seasonal-naive { period = 24 }, cnn { epochs = 2 } }
      experiments {
        chaos { task = reconstruction, datasets = [lorenz], systems = [nvar], metrics = [pe_20] }
        series { task = forecasting, forecasting { lookback = 48, horizon = 12 }
                 datasets = [seasonal], systems = [seasonal-naive], metrics = [mse] }
        images { task = classification, datasets = [attractors], systems = [cnn]
                 metrics = [accuracy] }
      }
      """;

  @TempDir static Path folder;

  private static List<TrialRecord> records;

  @BeforeAll
  static void train() throws IOException {
    try (SparkSession session = LocalSpark.start(2)) {
      OutputFolder output =
          new OutputFolder(folder.resolve("out").toString(), new Configuration(false));
      records =
          new SuiteRun(
                  LateSession.of(session),
                  Suite.read(Settings.parse(SUITE, "")),
                  output,
                  folder.resolve("data").toString(),
                  new PrintStream(OutputStream.nullOutputStream()))
              .run(RunOptions.DEFAULT);
    }
    assertThat(records).noneMatch(TrialRecord::failed);
  }

  /** Seasonal naive repeats the last 24 rows, so the answer is known in the file's own units. */
  @Test
  void aForecastFollowsTheRowsOfACsvWhateverItsColumnOrder() throws IOException {
    SeriesDataset data = (SeriesDataset) dataset("seasonal");
    List<String> names = data.manifest().schema().columns();
    StringBuilder text = new StringBuilder(names.get(1) + ",when," + names.get(0) + "\n");
    for (int row = 0; row < 60; row++) {
      text.append(1000 + row)
          .append(",2024-01-01 ")
          .append(row)
          .append(',')
          .append(-row)
          .append('\n');
    }
    Files.writeString(folder.resolve("mine.csv"), text);
    predict(0, "series/seasonal/seasonal-naive/1", "mine.csv", "answer.csv");
    List<String> lines = Files.readAllLines(folder.resolve("answer.csv"));
    assertThat(lines.get(0)).isEqualTo("step," + String.join(",", names));
    assertThat(lines).hasSize(13);
    for (int step = 1; step <= 12; step++) {
      String[] cells = lines.get(step).split(",");
      assertThat(cells[0]).isEqualTo(String.valueOf(step));
      assertThat(Double.parseDouble(cells[1])).isCloseTo(-(35 + step), within(1e-3));
      assertThat(Double.parseDouble(cells[2])).isCloseTo(1035 + step, within(1e-3));
    }
    predict(0, "series/seasonal/seasonal-naive/1", "mine.csv", "three.csv", "--steps", "3");
    assertThat(Files.readAllLines(folder.resolve("three.csv"))).isEqualTo(lines.subList(0, 4));
  }

  /**
   * The last rows are what a forecast follows: a file that runs backwards would be taken upside
   * down.
   */
  @Test
  void theTimesOfACsvAreCheckedAsThoseOfADataset() throws IOException {
    List<String> names = ((SeriesDataset) dataset("seasonal")).manifest().schema().columns();
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(row);
      rows.add(time + "," + row + "," + -row + "\n");
    }
    String header = "when," + String.join(",", names) + "\n";
    Files.writeString(folder.resolve("forwards.csv"), header + String.join("", rows));
    Collections.reverse(rows);
    Files.writeString(folder.resolve("backwards.csv"), header + String.join("", rows));
    String naive = "series/seasonal/seasonal-naive/1";
    predict(0, naive, "forwards.csv", "right.csv");
    assertThat(predict(2, naive, "backwards.csv", "wrong.csv"))
        .contains("backwards.csv", "run backwards", "times.sort = true");
    assertThat(predict(0, naive, "backwards.csv", "sorted.csv", "--set", "times.sort=true"))
        .contains("put in the order of column when");
    assertThat(folder.resolve("sorted.csv")).hasSameTextualContentAs(folder.resolve("right.csv"));
    Files.write(folder.resolve("any.npy"), new byte[] {1});
    assertThat(predict(2, naive, "any.npy", "x.csv", "--set", "times.sort=true"))
        .contains("--set times.sort=true");
  }

  @Test
  void aFreeRunGoesOnFromTheLastRow() throws IOException {
    SeriesDataset data = (SeriesDataset) dataset("lorenz");
    Series test = data.series(Split.TEST).get(0);
    StringBuilder text = new StringBuilder("x,y,z\n");
    for (int row = 0; row < 50; row++) {
      text.append(raw(data, test, row)).append('\n');
    }
    Files.writeString(folder.resolve("orbit.csv"), text);
    predict(0, "chaos/lorenz/nvar/1", "orbit.csv", "run.csv", "--steps", "5");
    List<String> lines = Files.readAllLines(folder.resolve("run.csv"));
    assertThat(lines).hasSize(6);
    for (int step = 0; step < 5; step++) {
      String[] predicted = lines.get(step + 1).split(",");
      String[] truth = raw(data, test, 50 + step).split(",");
      for (int c = 0; c < 3; c++) {
        assertThat(Double.parseDouble(predicted[c + 1]))
            .isCloseTo(Double.parseDouble(truth[c]), within(0.05));
      }
    }
    predict(0, "chaos/lorenz/nvar/1", "orbit.csv", "run.npy", "--steps", "5");
    byte[] npy = Files.readAllBytes(folder.resolve("run.npy"));
    assertThat(new String(npy, 0, 100, StandardCharsets.ISO_8859_1)).contains("(5, 3)");
    // What was written can be read: a run goes on from a run.
    predict(0, "chaos/lorenz/nvar/1", "run.npy", "on.csv", "--steps", "2");
  }

  @Test
  void picturesAreClassifiedAsInTheTest() throws IOException {
    ImageDataset data = (ImageDataset) dataset("attractors");
    Images images = data.images(Split.TEST);
    Path pictures = Files.createDirectories(folder.resolve("pictures/deep"));
    for (int i = 0; i < images.count(); i++) {
      BufferedImage picture =
          new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_BYTE_GRAY);
      for (int p = 0; p < images.size(); p++) {
        int grey = images.pixels()[i * images.size() + p] & 0xff;
        picture.getRaster().setSample(p % images.width(), p / images.width(), 0, grey);
      }
      String name = String.format(Locale.ROOT, "%03d.png", i);
      ImageIO.write(picture, "png", pictures.resolve(name).toFile());
    }
    predict(0, "images/attractors/cnn/1", "pictures", "classes.csv");
    List<String> lines = Files.readAllLines(folder.resolve("classes.csv"));
    List<String> classes = data.manifest().schema().classes();
    assertThat(lines.get(0)).isEqualTo("file,class," + String.join(",", classes));
    int right = 0;
    for (int i = 0; i < images.count(); i++) {
      String[] cells = lines.get(i + 1).split(",");
      assertThat(cells[0]).isEqualTo(String.format(Locale.ROOT, "deep/%03d.png", i));
      right += cells[1].equals(classes.get(images.labels()[i])) ? 1 : 0;
    }
    double accuracy =
        records.stream()
            .filter(record -> record.system().equals("cnn"))
            .findFirst()
            .flatMap(record -> record.score("accuracy"))
            .orElseThrow()
            .value();
    assertThat((double) right / images.count()).isEqualTo(accuracy);
  }

  @Test
  void whatDoesNotFitIsOneLine() throws IOException {
    String naive = "series/seasonal/seasonal-naive/1";
    Files.writeString(folder.resolve("short.csv"), "a,b\n1,2\n");
    assertThat(predict(2, naive, "short.csv", "x.csv")).contains("unknown column");
    String names = String.join(",", dataset("seasonal").manifest().schema().columns());
    Files.writeString(folder.resolve("short.csv"), names + "\n1,2\n");
    assertThat(predict(2, naive, "short.csv", "x.csv")).contains("1 rows, the model reads 48");
    assertThat(predict(2, naive, "short.txt", "x.csv")).contains("no such file");
    assertThat(predict(2, naive, "short.csv", "x.pdf")).contains(".csv or .npy");
    assertThat(predict(2, "series/seasonal/none/1", "short.csv", "x.csv")).contains(naive);
    assertThat(predict(2, naive, "short.csv", "x.csv", "--steps", "99"))
        .contains("12 rows at most");
    Path model = models().get(0);
    Path old = folder.resolve("old.safetensors");
    byte[] bytes = Files.readAllBytes(model);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.writeString(
        old,
        text.replaceFirst("\"revision\":\"\\d\"", "\"revision\":\"9\""),
        StandardCharsets.ISO_8859_1);
    assertThat(weights(old)).contains("of revision 9");
    Files.writeString(old, "{}");
    assertThat(weights(old)).contains("no safetensors file");
    assertThat(folder.resolve("x.csv")).doesNotExist();
  }

  private static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out/models"))) {
      return files.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
    }
  }

  private static String raw(SeriesDataset data, Series series, int row) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < 3; c++) {
      double value = series.values()[row * 3 + c];
      if (data.manifest().schema().standardise()) {
        value =
            value * data.manifest().scaler().deviation()[c] + data.manifest().scaler().mean()[c];
      }
      text.append(c == 0 ? "" : ",").append(value);
    }
    return text.toString();
  }

  private static io.ergodic.datasets.data.Dataset dataset(String name) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("data"))) {
      Path found =
          all.filter(path -> path.getFileName().toString().startsWith(name + "-"))
              .findFirst()
              .orElseThrow();
      return new DatasetReader(new Configuration(false))
          .read(new org.apache.hadoop.fs.Path(found.toUri()));
    }
  }

  private static String predict(
      int code, String trial, String input, String output, String... more) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "predict",
                    folder.resolve("out").toString(),
                    "--trial",
                    trial,
                    "--input",
                    folder.resolve(input).toString(),
                    "--out",
                    folder.resolve(output).toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return execute(code, all);
  }

  private static String weights(Path model) {
    String input = folder.resolve("short.csv").toString();
    String output = folder.resolve("x.csv").toString();
    return execute(2, "predict", model.toString(), "--input", input, "--out", output);
  }

  private static String execute(int code, String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try {
      assertThat(Ergodic.execute(arguments)).as(shown.toString()).isEqualTo(code);
    } finally {
      System.setErr(before);
    }
    return shown.toString(StandardCharsets.UTF_8);
  }
}
